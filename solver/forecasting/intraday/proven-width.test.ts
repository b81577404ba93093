import { describe, expect, it } from 'vitest';
import { createRandom } from '../../numeric/random.ts';
import { provenWidth } from './proven-width.ts';

/** Days of Poisson counts under bands of `times` their true width. */
function days(times: number) {
	const random = createRandom(5);
	const expected = Array.from({ length: 24 }, () => 100);
	return Array.from({ length: 40 }, () => ({
		expected,
		p10: expected.map((mean) => mean - 1.2816 * times * Math.sqrt(mean)),
		p90: expected.map((mean) => mean + 1.2816 * times * Math.sqrt(mean)),
		actual: expected.map((mean) => random.poisson(mean))
	}));
}

describe('provenWidth()', () => {
	it('is 1 without days, about 1 for bands that keep their word', () => {
		expect(provenWidth([])).toBe(1);
		expect(provenWidth([{ expected: [4], p10: [1], p90: [8], actual: [null] }])).toBe(1);
		expect(provenWidth(days(1))).toBeCloseTo(1, 1);
	});

	it('tells bands that are too wide', () => {
		const width = provenWidth(days(2));
		expect(width).toBeGreaterThan(0.45);
		expect(width).toBeLessThan(0.65);
	});
});
