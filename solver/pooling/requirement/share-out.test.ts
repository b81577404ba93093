import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOut } from './share-out.ts';

describe('shareOut()', () => {
	it('leaves no more than must be left (Hall: of any queues, what their groups cannot hold)', () => {
		let bound = 0;
		fc.assert(
			fc.property(
				fc.array(fc.nat(20), { minLength: 1, maxLength: 5 }),
				fc.array(fc.tuple(fc.nat(31), fc.nat(15), fc.nat(9)), { minLength: 1, maxLength: 5 }),
				(agents, groups) => {
					const queues = agents.length;
					const groupsOfQueue = agents.map((_, q) =>
						groups.flatMap(([served], g) => ((served >> q) & 1 ? [g] : []))
					);
					const limits = groups.map(([, limit]) => limit);
					const weights = groups.map(([, , weight]) => weight + 0.1);
					const { placed, left } = shareOut(agents, groupsOfQueue, weights, limits);
					for (let q = 0; q < queues; q++) {
						const here = groups.reduce((sum, _, g) => sum + placed[g * queues + q]!, 0);
						expect(here + left[q]!).toBeCloseTo(agents[q]!, 6);
						groups.forEach((_, g) => {
							expect(placed[g * queues + q]).toBeGreaterThanOrEqual(-1e-9);
							if (!groupsOfQueue[q]!.includes(g)) expect(placed[g * queues + q]).toBe(0);
						});
					}
					limits.forEach((limit, g) => {
						const full = placed.subarray(g * queues, (g + 1) * queues).reduce((a, b) => a + b, 0);
						expect(full).toBeLessThanOrEqual(limit + 1e-6);
					});
					let must = 0;
					for (let set = 0; set < 1 << queues; set++) {
						const wanted = agents.reduce((sum, n, q) => sum + ((set >> q) & 1 ? n : 0), 0);
						const room = groups.reduce((sum, [served, limit]) => sum + (served & set ? limit : 0), 0);
						must = Math.max(must, wanted - room);
					}
					const leftOver = left.reduce((a, b) => a + b, 0);
					expect(leftOver).toBeCloseTo(must, 5);
					if (must > 0) bound++;
				}
			),
			{ seed: 21, numRuns: 600 }
		);
		expect(bound).toBeGreaterThan(50);
	});

	it('splits by weight where there is room', () => {
		const { placed } = shareOut([6], [[0, 1]], [1, 2], [10, 10]);
		expect(Array.from(placed)).toEqual([2, 4]);
	});
});
