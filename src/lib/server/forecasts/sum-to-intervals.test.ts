import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumToIntervals } from './sum-to-intervals.ts';

const MINUTE_MS = 60_000;

describe('sumToIntervals()', () => {
	it('adds six counts of 5 minutes to one of 30', () => {
		const rows = [1, 2, 3, 4, 5, 6, 7].map((offered, i) => ({ startMs: i * 5 * MINUTE_MS, offered }));
		expect(sumToIntervals(rows, 1800, () => 0)).toEqual([
			{ at: 0, offered: 21 },
			{ at: 30 * MINUTE_MS, offered: 7 }
		]);
	});

	it('begins hours where the local clock does, in a zone of half hours', () => {
		const rows = [{ startMs: 0, offered: 4 }];
		expect(sumToIntervals(rows, 3600, () => 330 * MINUTE_MS)).toEqual([{ at: -30 * MINUTE_MS, offered: 4 }]);
	});

	it('loses no contact, whatever the zone', () => {
		fc.assert(
			fc.property(
				fc.array(fc.record({ slot: fc.integer({ min: -5_000, max: 5_000 }), offered: fc.nat(500) }), {
					minLength: 1
				}),
				fc.integer({ min: -48, max: 56 }),
				(counts, quarters) => {
					const rows = counts.map(({ slot, offered }) => ({ startMs: slot * 5 * MINUTE_MS, offered }));
					const sums = sumToIntervals(rows, 1800, () => quarters * 15 * MINUTE_MS);
					const total = (all: readonly { offered: number }[]) =>
						all.reduce((sum, { offered }) => sum + offered, 0);
					expect(total(sums)).toBe(total(rows));
					for (const { at } of sums)
						expect((at + quarters * 15 * MINUTE_MS) % (30 * MINUTE_MS)).toBeCloseTo(0, 9);
				}
			),
			{ seed: 7 }
		);
	});
});
