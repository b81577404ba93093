import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueueRow } from '#lib/contracts/live.ts';
import { AlertWatch, type AlertChange, type WatchRule } from './alert-watch.ts';
import type { Reading } from './metric-value.ts';

const rule: WatchRule = {
	id: 'long queue',
	metric: 'waiting',
	queueId: null,
	channel: null,
	watchThreshold: 5,
	breachThreshold: 10,
	aheadMinutes: null,
	holdSeconds: 30,
	repeatSeconds: 300
};

const reading = (
	second: number,
	waiting: number,
	silentSeconds: number | null = null,
	queue = 'billing'
): Reading => ({
	row: { id: queue, channel: 'voice', waiting } as QueueRow,
	nowMs: second * 1000,
	silentSeconds,
	ahead: () => null
});

/** Judges a value a second, from second 0 on; the changes with their second. */
function run(values: readonly number[], watched: WatchRule = rule): [number, AlertChange['kind'], string][] {
	const watch = new AlertWatch();
	return values.flatMap((value, second) =>
		watch
			.judge([watched], [reading(second, value)])
			.map(({ kind, alert }): [number, AlertChange['kind'], string] => [second, kind, alert.severity])
	);
}
const steps = (...spans: [number, number][]): number[] =>
	spans.flatMap(([seconds, value]) => Array<number>(seconds).fill(value));

describe('AlertWatch', () => {
	it('opens after the hold time, worsens after its own, closes when all was well for as long', () => {
		expect(run(steps([10, 0], [60, 6], [60, 11], [60, 2]))).toEqual([
			[40, 'opened', 'watch'],
			[70, 'worst-value', 'watch'],
			[100, 'worse', 'breach'],
			[160, 'closed', 'breach']
		]);
	});

	it('opens as a breach at once where the breach threshold alone was passed for the hold time', () => {
		expect(run(steps([40, 12]))).toEqual([[30, 'opened', 'breach']]);
	});

	it('takes the threshold itself for good', () => {
		expect(run(steps([120, 5]))).toEqual([]);
	});

	it('does not flap on a value that swings about its threshold', () => {
		const swinging = Array.from({ length: 3600 }, (_, second) => (Math.floor(second / 20) % 2 ? 6 : 4));
		expect(run(swinging)).toEqual([]);
	});

	describe('on what is foreseen', () => {
		const ahead: WatchRule = {
			...rule,
			metric: 'serviceLevel',
			watchThreshold: 0.8,
			breachThreshold: 0.6,
			aheadMinutes: 15,
			repeatSeconds: 600
		};
		/** A forecast every six seconds; the present is well all along. */
		const foreseen = (levels: readonly (number | null)[], watched = ahead) => {
			const watch = new AlertWatch();
			return levels.flatMap((serviceLevel, i) =>
				watch
					.judge(
						[watched],
						[
							{
								...reading(i * 6, 0),
								ahead: (minutes) =>
									minutes === 15 && serviceLevel !== null
										? { waiting: 0, serviceLevel, abandonment: null }
										: null
							}
						]
					)
					.filter(({ kind }) => kind !== 'worst-value')
					.map(({ kind, alert }) => [i * 6, kind, alert.severity])
			);
		};
		const steady = (count: number, level: number | null) => new Array<number | null>(count).fill(level);

		it('opens before the present is bad, and closes when better is foreseen', () => {
			expect(foreseen([...steady(10, 0.9), ...steady(10, 0.7), ...steady(10, 0.85)])).toEqual([
				[90, 'opened', 'watch'],
				[150, 'closed', 'watch']
			]);
		});

		it('does not flap on forecasts that swing about the threshold, nor on a hole in them', () => {
			expect(foreseen(Array.from({ length: 600 }, (_, i) => (i % 4 < 2 ? 0.78 : 0.82)))).toEqual([]);
			expect(foreseen([...steady(10, 0.7), ...steady(50, null), ...steady(10, 0.7)])).toEqual([
				[30, 'opened', 'watch']
			]);
		});

		it('opens an alert at most once in the repeat time, however the hour is foreseen', () => {
			const random = (seed: number) => {
				let state = seed;
				return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
			};
			let opened = 0;
			for (let seed = 1; seed <= 20; seed++) {
				const draw = random(seed);
				let level = 0.8;
				const levels = Array.from({ length: 600 }, () => {
					level += 0.08 * (draw() - 0.5) + 0.05 * (0.8 - level);
					return level;
				});
				const openings = foreseen(levels).filter(([, kind]) => kind === 'opened');
				opened += openings.length;
				openings.slice(1).forEach(([at], i) => {
					expect((at as number) - (openings[i]![0] as number)).toBeGreaterThanOrEqual(600);
				});
			}
			expect(opened).toBeGreaterThan(10);
		});
	});

	it('keeps quiet for the repeat time after an alert has closed, then opens again', () => {
		const changes = run(steps([40, 6], [40, 0], [400, 6]));
		expect(changes).toEqual([
			[30, 'opened', 'watch'],
			[70, 'closed', 'watch'],
			[370, 'opened', 'watch']
		]);
	});

	it('knows nothing of a queue whose source is silent: an open alert stays, none opens', () => {
		const watch = new AlertWatch();
		for (let second = 0; second <= 30; second++) watch.judge([rule], [reading(second, 8)]);
		expect(watch.judge([rule], [reading(200, 0, 90)])).toEqual([]);
		expect(watch.judge([rule], [reading(300, 0, 190)])).toEqual([]);
		const silence: WatchRule = { ...rule, id: 'silence', metric: 'sourceSilent', watchThreshold: 60, breachThreshold: null, holdSeconds: 0 }; // prettier-ignore
		expect(watch.judge([silence], [reading(300, 0, 190)])[0]).toMatchObject({
			kind: 'opened',
			alert: { value: 190, threshold: 60 }
		});
	});

	it('judges each queue for itself, and only those the rule is meant for', () => {
		const watch = new AlertWatch();
		const at = (second: number) => [
			reading(second, 8, null, 'billing'),
			reading(second, 0, null, 'support'),
			reading(second, 8, null, 'sales')
		];
		const ofSales = { ...rule, id: 'sales only', queueId: 'sales' };
		watch.judge([rule, ofSales], at(0));
		expect(watch.judge([rule, ofSales], at(30)).map(({ alert }) => [alert.ruleId, alert.queueId])).toEqual([
			['long queue', 'billing'],
			['long queue', 'sales'],
			['sales only', 'sales']
		]);
	});

	it('closes an alert whose rule has gone, and takes up one that was open before a restart', () => {
		const watch = new AlertWatch();
		const open = { ruleId: rule.id, queueId: 'billing', severity: 'watch', value: 7, worstValue: 9, threshold: 5, openedAt: 0 } as const; // prettier-ignore
		watch.restore({ ...open });
		expect(watch.judge([rule], [reading(10, 8)])).toEqual([]);
		expect(watch.closeOrphans([], [reading(11, 8)], 11_000)).toMatchObject([{ kind: 'closed', at: 11_000 }]);
		expect(watch.closeOrphans([], [reading(12, 8)], 12_000)).toEqual([]);
	});

	it('opens and closes in turn, each after its hold time, whatever the values do (property)', () => {
		let opened = 0;
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 0, max: 14 })), {
					maxLength: 30
				}),
				(spans) => {
					const values = steps(...spans);
					let [isOpen, last] = [false, -Infinity];
					for (const [second, kind] of run(values)) {
						const before = values.slice(Math.max(0, second - 30), second + 1);
						if (kind === 'opened') {
							expect(isOpen).toBe(false);
							expect(before.every((value) => value > 5)).toBe(true);
							expect(second - last).toBeGreaterThanOrEqual(300);
							isOpen = true;
							opened++;
						} else if (kind === 'closed') {
							expect(isOpen).toBe(true);
							expect(before.every((value) => value <= 5)).toBe(true);
							[isOpen, last] = [false, second];
						}
					}
				}
			),
			{ seed: 22 }
		);
		expect(opened).toBeGreaterThan(50);
	});
});

describe('rules on contacts that need a person', () => {
	const judged = (watched: Partial<WatchRule>, need: Reading['need']) =>
		new AlertWatch()
			.judge([{ ...rule, holdSeconds: 0, ...watched }], [{ ...reading(0, 0), need }])
			.map(({ alert }) => [alert.severity, alert.value]);
	const need = { count: 2, longestSeconds: 200, worstMood: -3.5 };

	it('judge how long the longest has needed one, how many do, and the worst mood', () => {
		const long = { metric: 'needsPersonFor', watchThreshold: 120, breachThreshold: 300 } as const;
		expect(judged(long, need)).toEqual([['watch', 200]]);
		expect(judged({ metric: 'needsPerson', watchThreshold: 1, breachThreshold: null }, need)).toEqual([
			['watch', 2]
		]);
		expect(judged({ metric: 'worstMood', watchThreshold: -2, breachThreshold: -3 }, need)).toEqual([
			['breach', -3.5]
		]);
	});

	it('say nothing where nobody is looked at, or no mood is known', () => {
		expect(judged({ metric: 'needsPerson', watchThreshold: 0 }, undefined)).toEqual([]);
		expect(
			judged({ metric: 'worstMood', watchThreshold: 4, breachThreshold: null }, { ...need, worstMood: null })
		).toEqual([]);
	});
});
