import { describe, expect, it } from 'vitest';
import { learnShares, type KindCount } from './learn-shares.ts';
import { splitForecast } from './split-forecast.ts';

const KINDS = ['billing', 'outage', 'move', null];
const PARTS = 4;
const random = (seed: number) => () => {
	seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
	return seed / 2 ** 32;
};
/** Shares that differ by part of the day, and on weekends. */
const trueShares = (weekday: number, part: number): number[] => {
	const weights = [4 - part, 1 + part * 1.5, weekday % 6 === 0 ? 0.2 : 1, 1.5];
	const sum = weights.reduce((a, b) => a + b, 0);
	return weights.map((weight) => weight / sum);
};
/** Marsaglia and Tsang's method for shapes of 1 and more. */
function gamma(shape: number, next: () => number): number {
	const d = shape - 1 / 3;
	const c = 1 / Math.sqrt(9 * d);
	for (;;) {
		const z = Math.sqrt(-2 * Math.log(next() + 1e-12)) * Math.cos(2 * Math.PI * next());
		const v = (1 + c * z) ** 3;
		if (v > 0 && Math.log(next() + 1e-12) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
	}
}
function drawDay(day: number, volume: number, next: () => number, concentration: number, flat: boolean) {
	const counts: KindCount[] = [];
	const weekday = (day + 4) % 7;
	for (let part = 0; part < PARTS; part++) {
		const shares = flat ? [0.4, 0.3, 0.2, 0.1] : trueShares(weekday, part);
		const drawn = shares.map((share) => gamma(Math.max(1, share * concentration), next));
		const sum = drawn.reduce((a, b) => a + b, 0);
		const found = KINDS.map(() => 0);
		for (let i = 0; i < volume; i++) {
			let left = next() * sum;
			let k = 0;
			while (k < KINDS.length - 1 && (left -= drawn[k]!) > 0) k++;
			found[k]!++;
		}
		found.forEach((contacts, k) => counts.push({ day, weekday, part, kind: KINDS[k]!, contacts }));
	}
	return counts;
}
const WEEK = 7;
const VOLUME = 40;

function trial(seed: number, concentration: number, flat = false) {
	const next = random(seed);
	const past = Array.from({ length: 8 * WEEK }, (_, day) => drawDay(day, VOLUME, next, concentration, flat)).flat(); // prettier-ignore
	const model = learnShares(past);
	const totals = KINDS.map((kind) => past.reduce((sum, row) => sum + (row.kind === kind ? row.contacts : 0), 0)); // prettier-ignore
	const all = totals.reduce((a, b) => a + b, 0);
	let [inside, cells, own, plain] = [0, 0, 0, 0];
	for (let day = 8 * WEEK; day < 9 * WEEK; day++) {
		const came = drawDay(day, VOLUME, next, concentration, flat);
		for (let part = 0; part < PARTS; part++) {
			const said = splitForecast(model, [{ weekday: (day + 4) % 7, part, offered: VOLUME }], {
				p10: VOLUME,
				p90: VOLUME
			});
			for (const { kind, offered, p10, p90 } of said) {
				const real = came.find((row) => row.part === part && row.kind === kind)!.contacts;
				cells++;
				if (real >= Math.floor(p10) && real <= Math.ceil(p90)) inside++;
				own += Math.abs(real - offered);
				plain += Math.abs(real - (VOLUME * totals[KINDS.indexOf(kind)]!) / all);
			}
		}
	}
	return { inside, cells, own, plain, model };
}
const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);
const sum = (trials: ReturnType<typeof trial>[], of: 'inside' | 'cells' | 'own' | 'plain') =>
	trials.reduce((total, one) => total + one[of], 0);

describe('splitForecast()', () => {
	it.each([60, 400])(
		'holds about eight weeks in ten within its bounds, however much days differ (concentration %d)',
		(concentration) => {
			const trials = SEEDS.map((seed) => trial(seed, concentration));
			const share = sum(trials, 'inside') / sum(trials, 'cells');
			// Whole contacts: the bounds are rounded outwards, which holds a few more.
			expect(share).toBeGreaterThan(0.78);
			expect(share).toBeLessThan(0.93);
		}
	);

	it('errs less than one share for all hours where they differ, and hardly more where they are alike', () => {
		const differ = SEEDS.map((seed) => trial(seed, 200));
		expect(sum(differ, 'own')).toBeLessThan(0.85 * sum(differ, 'plain'));
		const alike = SEEDS.map((seed) => trial(seed, 200, true));
		expect(sum(alike, 'own')).toBeLessThan(1.02 * sum(alike, 'plain'));
		expect(alike.every(({ model }) => model.strength >= 64)).toBe(true);
	});

	it('adds up to the whole in every group, and leaves what is not known apart', () => {
		const { model } = trial(3, 100);
		const cells = [0, 1, 2].flatMap((weekday) =>
			[0, 3].map((part) => ({ weekday, part, offered: 10 + weekday }))
		);
		const said = splitForecast(model, cells, { p10: 50, p90: 80 });
		expect(said.reduce((total, { offered }) => total + offered, 0)).toBeCloseTo(66, 9);
		expect(said.reduce((total, { share }) => total + share, 0)).toBeCloseTo(1, 12);
		expect(said.at(-1)!.kind).toBeNull();
		for (const one of said) {
			expect(one.p10).toBeLessThan(one.offered);
			expect(one.p90).toBeGreaterThan(one.offered);
			expect(one.shareLow).toBeLessThan(one.share);
			expect(one.shareHigh).toBeGreaterThan(one.share);
		}
		const wider = splitForecast(model, cells, { p10: 20, p90: 110 });
		expect(wider[0]!.p90).toBeGreaterThan(said[0]!.p90);
		expect(wider[0]!.share).toBe(said[0]!.share);
	});

	it('is surer with more weeks behind it', () => {
		const width = (weeks: number) => {
			const next = random(5);
			const past = Array.from({ length: weeks * WEEK }, (_, day) => drawDay(day, VOLUME, next, 200, false));
			const [first] = splitForecast(learnShares(past.flat()), [{ weekday: 1, part: 1, offered: 40 }], { p10: 40, p90: 40 }); // prettier-ignore
			return first!.shareHigh - first!.shareLow;
		};
		expect(width(12)).toBeLessThan(width(2));
	});

	it('says nothing comes of nothing, and answers for a weekday never seen', () => {
		const model = learnShares([{ day: 0, weekday: 4, part: 0, kind: 'a', contacts: 5 }]);
		expect(splitForecast(model, [], { p10: 0, p90: 0 })).toEqual([
			{ kind: 'a', share: 0, shareLow: 0, shareHigh: 0, offered: 0, p10: 0, p90: 0 }
		]);
		expect(
			splitForecast(model, [{ weekday: 0, part: 4, offered: 10 }], { p10: 8, p90: 12 })[0]
		).toMatchObject({
			share: 1,
			offered: 10
		});
	});
});

describe('learnShares()', () => {
	it('refuses no contacts and counts that are none', () => {
		expect(() => learnShares([])).toThrow('at least one contact');
		expect(() => learnShares([{ day: 0, weekday: 0, part: 0, kind: 'a', contacts: -1 }])).toThrow('"-1"');
	});
});
