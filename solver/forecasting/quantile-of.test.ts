import { describe, expect, it } from 'vitest';
import { quantileOf } from './quantile-of.ts';

const band = { offered: 50, p10: 40, p90: 65 };

describe('quantileOf()', () => {
	it('gives the band and the middle back', () => {
		expect(quantileOf(band, 0.1)).toBeCloseTo(40, 12);
		expect(quantileOf(band, 0.5)).toBeCloseTo(50, 12);
		expect(quantileOf(band, 0.9)).toBeCloseTo(65, 12);
	});

	it('rises with q and never falls below 0', () => {
		let last = -1;
		for (let q = 0.001; q < 1; q += 0.001) {
			const value = quantileOf({ offered: 1, p10: 0, p90: 4 }, q);
			expect(value).toBeGreaterThanOrEqual(Math.max(0, last));
			last = value;
		}
	});

	it.each([0, 1, -0.1, NaN])('refuses %s', (q) => expect(() => quantileOf(band, q)).toThrow(`"${q}"`));
});
