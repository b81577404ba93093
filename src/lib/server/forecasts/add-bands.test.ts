import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBands, type Banded } from './add-bands.ts';

const Z90 = 1.2815515655446004;
/** Bands at least as wide as counting makes them, clear of zero. */
const anyBand = fc
	.record({ offered: fc.integer({ min: 20, max: 500 }), level: fc.integer({ min: 0, max: 15 }) })
	.map(({ offered, level }): Banded => {
		const reach = Z90 * Math.hypot(Math.sqrt(offered), (offered * level) / 100);
		return { offered, p10: offered - reach, p90: offered + reach };
	});

describe('addBands()', () => {
	it('lies between independent counts and counts that move as one', () => {
		fc.assert(
			fc.property(anyBand, anyBand, (a, b) => {
				const sum = addBands(a, b);
				const [above, ownA, ownB] = [sum, a, b].map(({ offered, p90 }) => p90 - offered) as [
					number,
					number,
					number
				];
				expect(sum.offered).toBe(a.offered + b.offered);
				expect(above).toBeLessThanOrEqual((ownA + ownB) * (1 + 1e-9));
				expect(above).toBeGreaterThanOrEqual(Math.hypot(ownA, ownB) * (1 - 1e-9));
			}),
			{ seed: 5 }
		);
	});

	it('does not depend on the order', () => {
		fc.assert(
			fc.property(anyBand, anyBand, anyBand, (a, b, c) => {
				const [left, right] = [addBands(addBands(a, b), c), addBands(a, addBands(c, b))];
				expect(left.p10).toBeCloseTo(right.p10, 6);
				expect(left.p90).toBeCloseTo(right.p90, 6);
			}),
			{ seed: 6 }
		);
	});

	it('adds the levels of a day and evens out its chance: sixteen hours of 100 ± 10 % and Poisson', () => {
		const hour = { offered: 100, p10: 100 - Z90 * Math.hypot(10, 10), p90: 100 + Z90 * Math.hypot(10, 10) };
		const day = Array<Banded>(16).fill(hour).reduce(addBands);
		expect(day.p90 - 1600).toBeCloseTo(Z90 * Math.hypot(160, 40), 6);
		expect(1600 - day.p10).toBeCloseTo(Z90 * Math.hypot(160, 40), 6);
	});

	it('leaves a count as it is when nothing is added, and no band wider than the sum of both', () => {
		const narrow = { offered: 100, p10: 99, p90: 101 };
		expect(addBands(narrow, { offered: 0, p10: 0, p90: 0 })).toEqual(narrow);
		expect(addBands(narrow, narrow)).toEqual({ offered: 200, p10: 198, p90: 202 });
	});
});
