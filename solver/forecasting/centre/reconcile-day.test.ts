import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reconcileDay } from './reconcile-day.ts';

const estimate = fc.record({
	value: fc.double({ min: 0, max: 1e5, noNaN: true }),
	variance: fc.double({ min: 0.01, max: 1e6, noNaN: true })
});
const sumOf = (values: number[]) => values.reduce((a, b) => a + b, 0);

describe('reconcileDay()', () => {
	it('solves the least squares it stands for, where no part meets 0', () => {
		// min Σ (x − q)² / v + (Σ x − t)² / w, by hand: λ = (t − Σ q) / (Σ v + w), x = q + v λ.
		const parts = [{ value: 100, variance: 4 }, { value: 50, variance: 16 }]; // prettier-ignore
		expect(reconcileDay(parts, { value: 180, variance: 10 })).toEqual([
			expect.closeTo(104, 9),
			expect.closeTo(66, 9)
		]);
	});

	it('lies between the parts’ sum and the total, never below 0 (fast-check)', () => {
		fc.assert(
			fc.property(fc.array(estimate, { minLength: 1, maxLength: 8 }), estimate, (parts, total) => {
				const values = reconcileDay(parts, total);
				const bottom = sumOf(parts.map((p) => p.value));
				expect(values.every((v) => v >= 0)).toBe(true);
				const slack = 1e-9 * (1 + bottom + total.value);
				expect(sumOf(values)).toBeGreaterThanOrEqual(Math.min(bottom, total.value) - slack);
				expect(sumOf(values)).toBeLessThanOrEqual(Math.max(bottom, total.value) + slack);
			}),
			{ seed: 7 }
		);
	});

	it('a total known exactly is met, one not known at all changes nothing', () => {
		const parts = [{ value: 10, variance: 1 }, { value: 20, variance: 3 }]; // prettier-ignore
		expect(sumOf(reconcileDay(parts, { value: 50, variance: 0 }))).toBeCloseTo(50, 9);
		expect(reconcileDay(parts, { value: 50, variance: 1e15 })).toEqual([
			expect.closeTo(10, 6),
			expect.closeTo(20, 6)
		]);
	});
});
