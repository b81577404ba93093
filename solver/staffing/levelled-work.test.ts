import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelledWork } from './levelled-work.ts';

const cumulative = (values: readonly number[]) => {
	let sum = 0;
	return values.map((value) => (sum += value));
};
/** The lowest possible peak: the largest amount that must fit between two moments, over the time between them. */
const lowestPeak = (floor: number[], ceiling: number[], end: number) => {
	let peak = 0;
	const bottom = [...floor.slice(0, -1), end];
	for (let i = 0; i < bottom.length; i++)
		for (let j = -1; j < i; j++) peak = Math.max(peak, (bottom[i]! - (j < 0 ? 0 : ceiling[j]!)) / (i - j));
	return peak;
};

describe('levelledWork()', () => {
	it('spreads evenly where nothing binds, and bends where it must', () => {
		expect(levelledWork([0, 0, 0, 12], [12, 12, 12, 12], 12)).toEqual([3, 3, 3, 3]);
		expect(levelledWork([0, 8, 8, 10], [10, 10, 10, 10], 10)).toEqual([4, 4, 1, 1]);
		expect(levelledWork([0, 0, 0, 9], [0, 1, 9, 9], 9)).toEqual([0, 1, 4, 4]);
		expect(levelledWork([], [], 0)).toEqual([]);
	});

	it('keeps between the curves, ends where it should, and has the lowest possible peak', () => {
		fc.assert(
			fc.property(
				fc.array(fc.record({ work: fc.integer({ min: 0, max: 50 }), lag: fc.integer({ min: 0, max: 6 }) }), {
					minLength: 1,
					maxLength: 40
				}),
				(items) => {
					const ceiling = cumulative(items.map(({ work }) => work));
					const due = items.map(() => 0);
					items.forEach(({ work, lag }, i) => (due[Math.min(items.length - 1, i + lag)]! += work));
					const floor = cumulative(due);
					const end = ceiling.at(-1)!;
					const work = levelledWork(floor, ceiling, end);
					expect(Math.min(...work)).toBeGreaterThanOrEqual(0);
					cumulative(work).forEach((done, i) => {
						expect(done).toBeGreaterThanOrEqual(floor[i]! - 1e-9);
						expect(done).toBeLessThanOrEqual(ceiling[i]! + 1e-9);
					});
					expect(cumulative(work).at(-1)).toBeCloseTo(end, 9);
					expect(Math.max(...work)).toBeCloseTo(lowestPeak(floor, ceiling, end), 9);
				}
			),
			{ seed: 11, numRuns: 500 }
		);
	});
});
