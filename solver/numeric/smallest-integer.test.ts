import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallestInteger } from './smallest-integer.ts';

describe('smallestInteger()', () => {
	it('finds the step wherever it lies and wherever the search begins', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: -50, max: 2000 }),
				fc.integer({ min: -100, max: 3000 }),
				fc.integer({ min: 0, max: 30 }),
				fc.integer({ min: 30, max: 1500 }),
				(step, guess, minimum, maximum) => {
					const asked: number[] = [];
					const found = smallestInteger((n) => (asked.push(n), n >= step), guess, minimum, maximum);
					expect(found).toBe(step > maximum ? null : Math.max(step, minimum));
					expect(asked.every((n) => n >= minimum && n <= maximum)).toBe(true);
					expect(new Set(asked).size).toBe(asked.length);
				}
			),
			{ seed: 1, numRuns: 1000 }
		);
	});

	it('asks twice when the guess is right', () => {
		let calls = 0;
		expect(smallestInteger((n) => (calls++, n >= 700), 700, 0, 1e9)).toBe(700);
		expect(calls).toBe(2);
	});

	it('refuses bounds that are not whole and rising', () => {
		expect(() => smallestInteger(() => true, 1, 5, 4)).toThrow('"5" to "4"');
		expect(() => smallestInteger(() => true, NaN, 0, 4)).toThrow('guess "NaN"');
	});
});
