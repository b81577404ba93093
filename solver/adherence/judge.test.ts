import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
	adherenceOf,
	conformanceOf,
	judgeAdherence,
	planSegments,
	type AdherenceTerms,
	type StateSpan
} from './index.ts';

const terms: AdherenceTerms = {
	fits: {
		available: ['work'],
		handling: ['work'],
		break: ['break', 'lunch'],
		lunch: ['lunch'],
		training: ['training'],
		meeting: ['meeting']
	},
	graceSeconds: { work: 180, break: 120, lunch: 300, training: 0, meeting: 60 }
};
const MINUTE = 60_000;
const shift = {
	startAt: 0,
	endAt: 480 * MINUTE,
	breaks: [
		{ startAt: 120 * MINUTE, endAt: 135 * MINUTE, kind: 'break' as const },
		{ startAt: 240 * MINUTE, endAt: 270 * MINUTE, kind: 'lunch' as const },
		{ startAt: 300 * MINUTE, endAt: 330 * MINUTE, kind: 'training' as const }
	]
};
/** From one minute on each, in order; the last lasts until `end`. */
function states(end: number, ...told: [minute: number, state: string][]): StateSpan[] {
	return told.map(([minute, state], i) => ({
		state,
		fromMs: minute * MINUTE,
		toMs: (told[i + 1]?.[0] ?? end) * MINUTE
	}));
}
const asPlanned: [number, string][] = [
	[0, 'available'],
	[120, 'break'],
	[135, 'handling'],
	[240, 'lunch'],
	[270, 'available'],
	[300, 'training'],
	[330, 'available'],
	[480, 'offline']
];
const judge = (told: StateSpan[], nowMinute = 600, excuses: { fromMs: number; toMs: number }[] = []) =>
	judgeAdherence({
		segments: planSegments([shift]),
		states: told,
		excuses,
		terms,
		window: { fromMs: -1440 * MINUTE, toMs: 1440 * MINUTE },
		nowMs: nowMinute * MINUTE
	});

it('judgeAdherence() of a day worked as planned finds nothing, to the second', () => {
	const { seconds, exceptions } = judge(states(600, ...asPlanned));
	expect(exceptions).toEqual([]);
	expect(seconds).toMatchObject({ scheduled: 28_800, adherent: 28_800, exception: 0, grace: 0, unknown: 0 });
	expect(adherenceOf(seconds)).toBe(1);
	expect(conformanceOf(seconds)).toBe(1);
});

it.each<[string, [number, string][], string, number, number]>([
	[
		'late to the shift',
		[
			[0, 'offline'],
			[6, 'available']
		],
		'late',
		0,
		6
	],
	[
		'left early',
		[
			[0, 'available'],
			[470, 'offline']
		],
		'left-early',
		470,
		480
	],
	[
		'offline in between',
		[
			[0, 'available'],
			[60, 'offline'],
			[70, 'available']
		],
		'offline',
		60,
		70
	],
	[
		'on break too long',
		[
			[0, 'available'],
			[120, 'break'],
			[139, 'available']
		],
		'overstayed',
		135,
		139
	],
	[
		'break too early',
		[
			[0, 'available'],
			[112, 'break'],
			[135, 'available']
		],
		'early-break',
		112,
		120
	],
	[
		'a break that was not planned',
		[
			[0, 'available'],
			[30, 'break'],
			[40, 'available']
		],
		'unplanned-break',
		30,
		40
	],
	[
		'at work when the meal begins',
		[
			[0, 'available'],
			[120, 'break'],
			[135, 'available'],
			[246, 'lunch'],
			[270, 'available']
		],
		'late-break',
		240,
		246
	],
	[
		'back before the meal is over',
		[
			[0, 'available'],
			[240, 'lunch'],
			[260, 'available']
		],
		'early-back',
		260,
		270
	],
	['working while scheduled for training', [[0, 'available']], 'off-plan', 300, 330],
	['working after the shift', [[0, 'available']], 'unscheduled', 480, 600]
])('judgeAdherence() calls it: %s', (_, told, kind, from, to) => {
	const { exceptions } = judge(states(600, ...told));
	expect(exceptions.map((one) => [one.kind, one.fromMs / MINUTE, one.toMs / MINUTE])).toContainEqual([
		kind,
		from,
		to
	]);
});

it('judgeAdherence() tells of one who is signed off once, whatever is planned meanwhile', () => {
	const off = (from: number, to: number) =>
		judge(
			states(
				600,
				[0, from === 0 ? 'offline' : 'available'],
				[from, 'offline'],
				[to, 'available'],
				[480, 'offline']
			)
		);
	const absent = off(0, 480);
	expect(absent.exceptions).toMatchObject([{ kind: 'absent', fromMs: 0, toMs: 480 * MINUTE }]);
	expect(absent.seconds).toMatchObject({ exception: 28_800 });
	expect(off(0, 290).exceptions[0]).toMatchObject({ kind: 'late', toMs: 290 * MINUTE });
	expect(off(60, 230).exceptions[0]).toMatchObject({
		kind: 'offline',
		planned: 'work',
		fromMs: 60 * MINUTE,
		toMs: 230 * MINUTE
	});
	expect(off(240, 480).exceptions.at(-1)).toMatchObject({ kind: 'left-early', fromMs: 240 * MINUTE });
});

it('judgeAdherence() counts from the beginning what outlasts the grace, and nothing else', () => {
	const late = (minutes: number) =>
		judge(states(600, [0, 'offline'], [minutes, 'available'], ...asPlanned.slice(1))).seconds;
	expect(late(3)).toMatchObject({ exception: 0, grace: 180 });
	expect(late(4)).toMatchObject({ exception: 240, grace: 0, adherent: 28_560 });
	expect(adherenceOf(late(6))).toBe(1 - 360 / 28_800);
});

it('judgeAdherence() says of a late start that it goes on, and where the planned work ends', () => {
	const { exceptions } = judge([{ state: 'offline', fromMs: -60 * MINUTE, toMs: Infinity }], 10);
	expect(exceptions).toMatchObject([
		{ kind: 'late', isOngoing: true, state: 'offline', toMs: 10 * MINUTE, plannedToMs: 480 * MINUTE }
	]);
	expect(judge([{ state: 'offline', fromMs: -60 * MINUTE, toMs: Infinity }], 3).exceptions).toEqual([]);
});

it('judgeAdherence() takes excused time as kept, and once', () => {
	const told = states(600, [0, 'offline'], [10, 'available'], ...asPlanned.slice(1));
	const excuse = { fromMs: 0, toMs: 6 * MINUTE };
	const { seconds, exceptions } = judge(told, 600, [
		excuse,
		excuse,
		{ fromMs: 5 * MINUTE, toMs: 8 * MINUTE }
	]);
	expect(seconds).toMatchObject({ excused: 480, exception: 120 });
	expect(exceptions).toMatchObject([{ kind: 'late', excusedSeconds: 480 }]);
});

it('judgeAdherence() knows nothing where no state was told, and blames nobody for it', () => {
	const { seconds } = judge(states(600, [240, 'lunch'], ...asPlanned.slice(4)));
	expect(seconds).toMatchObject({ scheduled: 28_800, unknown: 14_400, exception: 0, adherent: 14_400 });
	expect(adherenceOf(seconds)).toBe(1);
	expect(adherenceOf(judge([]).seconds)).toBeNull();
	expect(conformanceOf(judge([]).seconds)).toBeNull();
});

it('judgeAdherence() splits every scheduled second into exactly one part, as second by second', () => {
	const names = ['available', 'handling', 'break', 'lunch', 'training', 'meeting', 'offline', null] as const;
	const second = fc.integer({ min: 0, max: 900 });
	let [checked, excepted] = [0, 0];
	fc.assert(
		fc.property(
			fc.array(
				fc.tuple(
					second,
					fc.integer({ min: 1, max: 300 }),
					fc.array(
						fc.tuple(
							second,
							fc.integer({ min: 1, max: 90 }),
							fc.constantFrom('break', 'lunch', 'training', 'meeting')
						),
						{ maxLength: 4 }
					)
				),
				{ maxLength: 3 }
			),
			fc.array(fc.tuple(fc.integer({ min: 1, max: 120 }), fc.constantFrom(...names)), {
				minLength: 1,
				maxLength: 16
			}),
			fc.array(fc.tuple(second, fc.integer({ min: 1, max: 200 })), { maxLength: 3 }),
			second,
			second,
			second,
			(drawn, told, excused, a, b, now) => {
				const shifts = drawn.map(([start, length, parts]) => ({
					startAt: start * 1000,
					endAt: (start + length) * 1000,
					breaks: parts.map(([at, lasts, kind]) => ({
						startAt: at * 1000,
						endAt: (at + lasts) * 1000,
						kind: kind as 'break'
					}))
				}));
				let at = 0;
				const spans = told.flatMap(([lasts, state]) => {
					const span = { state: state!, fromMs: at * 1000, toMs: (at + lasts) * 1000 };
					at += lasts;
					return state === null ? [] : [span];
				});
				const excuses = excused.map(([from, lasts]) => ({
					fromMs: from * 1000,
					toMs: (from + lasts) * 1000
				}));
				const window = { fromMs: Math.min(a, b) * 1000, toMs: Math.max(a, b) * 1000 };
				const segments = planSegments(shifts);
				const { seconds: found, exceptions } = judgeAdherence({
					segments,
					states: spans,
					excuses,
					terms: { ...terms, graceSeconds: { work: 20, break: 10, lunch: 15, training: 0, meeting: 5 } },
					window,
					nowMs: now * 1000
				});
				// Second by second, from the definitions alone.
				const grace = { work: 20, break: 10, lunch: 15, training: 0, meeting: 5 };
				const here = <T extends { fromMs: number; toMs: number }>(list: readonly T[], s: number) =>
					list.findIndex(({ fromMs, toMs }) => fromMs <= s * 1000 && s * 1000 < toMs);
				const wrong = (s: number): number | null => {
					const segment = s < now ? here(segments, s) : -1;
					const state = here(spans, s);
					if (segment < 0 || state < 0) return null;
					return terms.fits[spans[state]!.state]?.includes(segments[segment]!.activity) ? null : segment;
				};
				const wanted = { scheduled: 0, adherent: 0, grace: 0, exception: 0, excused: 0, unknown: 0 };
				for (let s = window.fromMs / 1000; s < window.toMs / 1000; s++) {
					const segment = s < now ? here(segments, s) : -1;
					if (segment < 0) continue;
					wanted.scheduled++;
					if (here(spans, s) < 0) wanted.unknown++;
					else if (wrong(s) === null) wanted.adherent++;
					else {
						let [from, to] = [s, s + 1];
						while (wrong(from - 1) === segment) from--;
						while (wrong(to) === segment) to++;
						const counts = to - from > grace[segments[segment]!.activity];
						if (!counts) wanted.grace++;
						else if (here(excuses, s) >= 0) wanted.excused++;
						else wanted.exception++;
					}
				}
				expect(found).toMatchObject(wanted);
				expect(found.adherent + found.grace + found.exception + found.excused + found.unknown).toBe(
					found.scheduled
				);
				checked++;
				if (exceptions.length > 0) excepted++;
			}
		),
		{ numRuns: 400 }
	);
	expect(checked).toBe(400);
	expect(excepted).toBeGreaterThan(50);
});
