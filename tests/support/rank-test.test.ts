import { describe, expect, it } from 'vitest';
import { lcg } from './lcg.ts';
import { rankTest } from './rank-test.ts';

const SEED = 20261128;

describe('rankTest()', () => {
	it('is 1 for equal samples', () => {
		const some = Array.from({ length: 20 }, (_, i) => i);
		expect(rankTest(some, some)).toBe(1);
		expect(rankTest([1, 1, 1], [1, 1])).toBe(1);
	});

	// What other programs of statistics print for samples that do not overlap at all, by the same approximation.
	it.each([
		[10, 1.8267e-4],
		[20, 6.7956e-8],
		[30, 3.0199e-11]
	])('of %i against as many, wholly apart, is as published: %f', (n, published) => {
		const low = Array.from({ length: n }, (_, i) => i);
		const high = low.map((value) => value + 100);
		expect(rankTest(low, high) / published).toBeCloseTo(1, 4);
		expect(rankTest(high, low)).toBe(rankTest(low, high));
	});

	/** Around `mean`, with this standard deviation of it: the sum of three uniforms. */
	const times = (random: () => number, spread: number, mean = 1) =>
		Array.from({ length: 40 }, () => mean * (1 + spread * 2 * (random() + random() + random() - 1.5)));

	it('calls samples of one kind different as often as it says', () => {
		const random = lcg(SEED);
		const ps = Array.from({ length: 4_000 }, () => rankTest(times(random, 0.1), times(random, 0.1)));
		for (const level of [0.2, 0.05, 0.01]) {
			const share = ps.filter((p) => p < level).length / ps.length;
			expect(Math.abs(share - level)).toBeLessThan(4 * Math.sqrt((level * (1 - level)) / ps.length));
		}
	});

	it('finds a tenth where single times differ by half as much', () => {
		const random = lcg(SEED);
		const found = Array.from({ length: 500 }, () => rankTest(times(random, 0.05), times(random, 0.05, 1.1)));
		expect(found.filter((p) => p < 0.001).length).toBeGreaterThan(495);
	});
});
