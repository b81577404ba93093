import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanProductivity, shareInTraining } from './productivity-curve.ts';

const curve = {
	trainingWeeks: 3,
	ramp: [
		{ weeks: 2, productivity: 0.5 },
		{ weeks: 2, productivity: 0.8 }
	],
	learningHalfLifeWeeks: 4
};

describe('meanProductivity()', () => {
	it('is nothing in training and the steps while nesting', () => {
		expect(meanProductivity(curve, 0, 3)).toBe(0);
		expect(meanProductivity(curve, 3, 5)).toBe(0.5);
		expect(meanProductivity(curve, 1, 5)).toBeCloseTo((2 * 0 + 2 * 0.5) / 4, 15);
		expect(meanProductivity(curve, 5, 7)).toBeCloseTo(0.8, 15);
		expect(shareInTraining(curve, 1, 5)).toBe(0.5);
	});

	it('halves what is missing every half-life', () => {
		const at = (week: number) => meanProductivity(curve, week, week + 1e-6);
		expect(at(7)).toBeCloseTo(0.8, 5);
		expect(at(11)).toBeCloseTo(0.9, 5);
		expect(at(15)).toBeCloseTo(0.95, 5);
	});

	it('is full at once after nesting without a learning curve', () => {
		expect(meanProductivity({ ...curve, learningHalfLifeWeeks: null }, 7, 9)).toBe(1);
		expect(meanProductivity({ trainingWeeks: 2, ramp: [], learningHalfLifeWeeks: 5 }, 0, 4)).toBe(0.5);
	});

	it('is the integral of its parts, stays within 0 and 1, and never falls when the ramp rises', () => {
		const week = fc.double({ min: 0, max: 40, noNaN: true });
		fc.assert(
			fc.property(week, week, week, (a, b, c) => {
				const [from, middle, to] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
				if (middle - from < 1e-3 || to - middle < 1e-3) return;
				const whole = meanProductivity(curve, from, to);
				const left = meanProductivity(curve, from, middle);
				const right = meanProductivity(curve, middle, to);
				expect(whole * (to - from)).toBeCloseTo(left * (middle - from) + right * (to - middle), 9);
				expect(right).toBeGreaterThanOrEqual(left - 1e-12);
				expect(whole).toBeGreaterThanOrEqual(0);
				expect(whole).toBeLessThanOrEqual(1);
			}),
			{ seed: 7, numRuns: 500 }
		);
	});
});
