import { describe, expect, it } from 'vitest';
import { effectOf, shareEffect } from './effects.ts';
import { wilson } from './wilson.ts';

describe('wilson()', () => {
	it('has the values of the textbook (Newcombe, Statistics in Medicine 17, 1998, table I)', () => {
		// 81 of 263, 15 of 148, 0 of 20, 1 of 29; method 3.
		const cases = [
			[81, 263, 0.2553, 0.3662],
			[15, 148, 0.0624, 0.1605],
			[0, 20, 0, 0.1611],
			[1, 29, 0.0061, 0.1718]
		] as const;
		for (const [hits, trials, low, high] of cases) {
			const found = wilson(hits, trials)!;
			expect(found.low).toBeCloseTo(low, 4);
			expect(found.high).toBeCloseTo(high, 4);
		}
	});

	it('knows nothing without trials, and is sure of an end that it saw only', () => {
		expect(wilson(0, 0)).toBeNull();
		expect(wilson(30, 30)).toMatchObject({ value: 1, high: 1 });
	});
});

describe('effectOf() and shareEffect()', () => {
	it('take the mean of paired differences, unknown ones left out', () => {
		const effect = effectOf([0.1, null, 0.2, 0.3])!;
		expect(effect.mean).toBeCloseTo(0.2, 12);
		expect(effect.high - effect.mean).toBeCloseTo((4.30265 * 0.1) / Math.sqrt(3), 4);
		expect(effectOf([null])).toBeNull();
	});

	it('stays unsure where no replication differed', () => {
		const same = Array<boolean>(20).fill(true);
		const effect = shareEffect(same, same);
		expect(effect.mean).toBe(0);
		expect(effect.high).toBeGreaterThan(0.05);
		expect(effect.low).toBeLessThan(-0.05);
		expect(shareEffect([false, false, true], [true, true, true]).mean).toBeCloseTo(2 / 3, 12);
	});
});
