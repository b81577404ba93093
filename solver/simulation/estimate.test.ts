import { describe, expect, it } from 'vitest';
import { estimate, studentT975 } from './estimate.ts';

describe('estimate()', () => {
	it('leaves out what has no value', () => {
		expect(estimate([null, 2, 4]).mean).toBe(3);
		expect(estimate([null])).toEqual({ mean: null, low: null, high: null, count: 0 });
	});
	it('takes Student’s t: ten values 1 to 10 give 5.5 ± 2.166 (R: t.test)', () => {
		const { low, high } = estimate([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
		expect(low).toBeCloseTo(3.334149, 2);
		expect(high).toBeCloseTo(7.665851, 2);
	});
});

describe('studentT975()', () => {
	it.each([
		[1, 12.7062],
		[6, 2.446912],
		[10, 2.228139],
		[30, 2.042272],
		[1000, 1.962339]
	])('with %i degrees of freedom is R’s qt(0.975, df)', (degrees, value) => {
		expect(studentT975(degrees)).toBeCloseTo(value, 2);
	});
});
