import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenBuckets } from './token-buckets.ts';

describe('createTokenBuckets()', () => {
	it('allows a burst, then one each refill', () => {
		let now = 0;
		const buckets = createTokenBuckets({ capacity: 3, refillSeconds: 10, now: () => now });
		for (let i = 0; i < 3; i++) {
			expect(buckets.waitSeconds('a')).toBe(0);
			buckets.take('a');
		}
		expect(buckets.waitSeconds('a')).toBe(10);
		expect(buckets.waitSeconds('b')).toBe(0);
		now = 4_000;
		expect(buckets.waitSeconds('a')).toBe(6);
		now = 10_000;
		expect(buckets.waitSeconds('a')).toBe(0);
		buckets.take('a');
		expect(buckets.waitSeconds('a')).toBe(10);
		buckets.giveBack('a');
		expect(buckets.waitSeconds('a')).toBe(0);
	});

	it('never allows more than capacity + elapsed / refill', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 20, maxLength: 200 }),
				(steps) => {
					let now = 0;
					let allowed = 0;
					const buckets = createTokenBuckets({ capacity: 5, refillSeconds: 3, now: () => now });
					for (const step of steps) {
						now += step;
						if (buckets.waitSeconds('a') > 0) continue;
						buckets.take('a');
						allowed++;
					}
					expect(allowed).toBeLessThanOrEqual(5 + now / 3_000 + 1e-9);
					expect(allowed).toBeGreaterThanOrEqual(5);
				}
			),
			{ seed: 11 }
		);
	});

	it('forgets the oldest key when there are too many', () => {
		const buckets = createTokenBuckets({ capacity: 1, refillSeconds: 10, now: () => 0, maxKeys: 2 });
		for (const key of ['a', 'b', 'c']) buckets.take(key);
		expect(['a', 'b', 'c'].map((key) => buckets.waitSeconds(key))).toEqual([0, 10, 10]);
	});
});
