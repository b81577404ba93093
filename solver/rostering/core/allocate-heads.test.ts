import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allocateHeads } from './allocate-heads.ts';

/** Tries every allotment of every person. */
function cheapest(people: number[][], need: number[], at = 0, counts = need.map(() => 0)): number {
	if (at === people.length)
		return need.reduce(
			(sum, n, l) => sum + Math.max(0, n - counts[l]!) * 10 + Math.max(0, counts[l]! - n),
			0
		);
	let best = Infinity;
	for (const lane of people[at]!) {
		counts[lane]!++;
		best = Math.min(best, cheapest(people, need, at + 1, counts));
		counts[lane]!--;
	}
	return best;
}

it('allocateHeads() costs no more than any allotment of the people', () => {
	let chained = 0;
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }),
			fc.array(fc.tuple(fc.subarray([0, 1, 2], { minLength: 1 }), fc.integer({ min: 0, max: 3 })), {
				maxLength: 3
			}),
			(need, groups) => {
				if (groups.filter(([lanes]) => lanes.length > 1).length > 1) chained++;
				const counts = allocateHeads(
					groups.map(([lanes, people]) => ({ lanes: Int32Array.from(lanes), people })),
					3,
					(lane, n) => (n < need[lane]! ? -10 : 1)
				);
				const people = groups.flatMap(([lanes, n]) => Array.from({ length: n }, () => lanes));
				const cost = need.reduce(
					(sum, n, l) => sum + Math.max(0, n - counts[l]!) * 10 + Math.max(0, counts[l]! - n),
					0
				);
				expect(cost).toBe(cheapest(people, need));
			}
		),
		{ numRuns: 150, seed: 3 }
	);
	expect(chained).toBeGreaterThan(20);
});
