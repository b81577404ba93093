import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangB } from './erlang-b.ts';

describe('erlangB()', () => {
	it('has the closed forms of small systems', () => {
		expect(erlangB(0.5, 1)).toBeCloseTo(1 / 3, 15);
		expect(erlangB(1, 2)).toBeCloseTo(0.2, 15);
		expect(erlangB(3, 0)).toBe(1);
		expect(erlangB(0, 0)).toBe(1);
		expect(erlangB(0, 4)).toBe(0);
	});

	it('obeys its recursion, 1/B(n) = 1 + n/(A·B(n−1)), everywhere', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 0.01, max: 1e5, noNaN: true }),
				fc.integer({ min: 1, max: 120_000 }),
				(load, n) => {
					const before = erlangB(load, n - 1);
					fc.pre(before > 1e-290);
					expect(erlangB(load, n) * (1 + n / (load * before))).toBeCloseTo(1, 11);
				}
			),
			{ seed: 2, numRuns: 200 }
		);
	});

	it('becomes 0, not NaN, where the answer is below the smallest number', () => {
		expect(erlangB(1, 1e5)).toBe(0);
		expect(erlangB(5e4, 1e5)).toBe(0);
	});

	it.each([
		[-1, 2, 'loadErlangs "-1"'],
		[NaN, 2, 'loadErlangs "NaN"'],
		[1, 2.5, 'agents "2.5"'],
		[1, -1, 'agents "-1"']
	])('refuses load %d on %d agents', (load, agents, message) => {
		expect(() => erlangB(load, agents)).toThrow(message);
	});
});
