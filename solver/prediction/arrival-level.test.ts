import { expect, it } from 'vitest';
import { createRandom } from '../numeric/random.ts';
import { arrivalLevel, type LevelPrior } from './arrival-level.ts';

const prior: LevelPrior = { usualSpread: 0.1, unusualShare: 0.3, unusualSpread: 0.5, lastsSteps: 24 };
const steps = (...observed: number[]) => observed.map((count) => ({ observed: count, expected: 10 }));
const times = (count: number, value: number) => new Array<number>(count).fill(value);

it('is what was expected where nothing was seen, for all the time ahead', () => {
	const { mean, shape, ahead } = arrivalLevel([], prior, 3);
	for (const level of [mean, ...ahead]) expect(level).toBeCloseTo(1, 1);
	// Mostly a tenth off, at times a half: a variance of 0.7 × 0.01 + 0.3 × 0.25, about.
	expect(1 / shape).toBeGreaterThan(0.06);
	expect(1 / shape).toBeLessThan(0.11);
});

it('is Bayes by hand where a level never changes', () => {
	// One spread, and a gamma of the same mean and variance: nearly the same posterior.
	const still = { ...prior, unusualShare: 0, usualSpread: 0.2, lastsSteps: 1e9 };
	const shape = 1 / Math.expm1(0.2 ** 2);
	const seen = arrivalLevel(steps(12, 14, 9, 15), still);
	expect(seen.mean).toBeCloseTo((shape + 50) / (shape + 40), 2);
	expect(Math.abs(seen.shape / (shape + 50) - 1)).toBeLessThan(0.1);
});

it('takes a surge that has shown itself for what it is, and a small deviation for chance', () => {
	expect(arrivalLevel(steps(...times(12, 10), ...times(6, 20)), prior).mean).toBeGreaterThan(1.8);
	expect(arrivalLevel(steps(...times(12, 10), 12, 8, 12), prior).mean).toBeLessThan(1.1);
});

it('sees its end as quickly as its beginning', () => {
	const over = arrivalLevel(steps(...times(12, 20), ...times(5, 10)), prior).mean;
	expect(over).toBeLessThan(1.15);
	const fallen = arrivalLevel(steps(...times(12, 10), ...times(5, 5)), prior).mean;
	expect(fallen).toBeLessThan(0.7);
});

it('goes back to the usual level ahead, as slowly as levels last', () => {
	const { mean, ahead } = arrivalLevel(steps(...times(8, 20)), prior, 48);
	expect(ahead[0]).toBeLessThan(mean);
	expect(ahead[23]! - 1).toBeCloseTo((mean - 1) * Math.exp(-1), 1);
	for (let k = 1; k < 48; k++) expect(ahead[k]).toBeLessThan(ahead[k - 1]!);
});

it('is nearer to the true level than the expectation and than the latest hour, on levels that jump', () => {
	const random = createRandom(11);
	const off = { filtered: 0, expected: 0, latest: 0 };
	for (let run = 0; run < 30; run++) {
		let level = 1;
		const seen: { observed: number; expected: number }[] = [];
		for (let k = 0; k < 72; k++) {
			if (random.uniform() < 1 / 24) level = Math.exp((random.uniform() < 0.3 ? 0.5 : 0.1) * random.normal());
			let [left, observed] = [8 * level, -1];
			for (; left > 0; observed++) left -= random.exponential(1);
			seen.push({ observed, expected: 8 });
			if (k < 24) continue;
			const hour = seen.slice(-12).reduce((sum, one) => sum + one.observed, 0) / 96;
			off.filtered += (arrivalLevel(seen.slice(-24), prior).mean - level) ** 2;
			off.expected += (1 - level) ** 2;
			off.latest += (hour - level) ** 2;
		}
	}
	expect(off.filtered).toBeLessThan(0.6 * off.expected);
	expect(off.filtered).toBeLessThan(0.7 * off.latest);
});

it('stays finite on a queue so large that no doubt is left', () => {
	const { mean, shape } = arrivalLevel(
		times(24, 5e4).map((observed) => ({ observed, expected: 4e4 })),
		prior
	);
	expect(mean).toBeCloseTo(1.25, 1);
	expect(shape).toBeLessThan(1e4);
});
