import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outboundPlan, type OutboundPlanInput } from './outbound.ts';

const base: OutboundPlanInput = {
	blocks: [{ contacts: 36, ahtSeconds: 300, from: 0, to: 4 }],
	intervalCount: 6,
	intervalSeconds: 900,
	placement: 'even'
};
const planned = (input: OutboundPlanInput) => {
	const plan = outboundPlan(input);
	if (plan.status !== 'planned') throw new Error(plan.explanation);
	return plan;
};

describe('outboundPlan()', () => {
	it('spreads a block evenly over the open part of its window', () => {
		expect([...planned(base).agents]).toEqual([3, 3, 3, 3, 0, 0]);
		const open = [true, false, true, true, true, true];
		expect([...planned({ ...base, blocks: [{ ...base.blocks[0]!, open }] }).agents]).toEqual([
			4, 0, 4, 4, 0, 0
		]);
		expect([...planned({ ...base, maxOccupancy: 0.75 }).agents]).toEqual([4, 4, 4, 4, 0, 0]);
	});

	it('fills the valleys of inbound work', () => {
		const plan = planned({ ...base, placement: 'valleys', inboundAgents: [10, 4, 2, 9, 0, 0] });
		expect([...plan.agents].map((value) => +value.toFixed(9))).toEqual([0, 5, 7, 0, 0, 0]);
	});

	it('leaves the same room everywhere, where agents who are there are known, and says what does not fit', () => {
		const room = { ...base, placement: 'valleys', inboundAgents: [6, 4, 4, 8, 0, 0] } as const;
		const plan = planned({ ...room, availableAgents: [10, 10, 9, 9, 9, 9] });
		expect([...plan.agents].map((value) => +value.toFixed(9))).toEqual([3, 5, 4, 0, 0, 0]);
		expect(outboundPlan({ ...room, availableAgents: [8, 8, 8, 8, 8, 8] })).toMatchObject({
			status: 'infeasible',
			shortHours: expect.closeTo((12 - 10) * 0.25, 9),
			explanation: '0.5 agent-hours of calls do not fit beside the inbound work.'
		});
		const closed = { ...base.blocks[0]!, open: [false, false, false, false, true, true] };
		expect(outboundPlan({ ...base, blocks: [closed] })).toMatchObject({
			status: 'infeasible',
			shortHours: 3
		});
	});

	it('keeps every window and amount, and no small shift of work between two intervals makes it more level', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 8, maxLength: 8 }),
				fc.array(
					fc.record({
						contacts: fc.integer({ min: 0, max: 60 }),
						from: fc.integer({ min: 0, max: 7 }),
						length: fc.integer({ min: 1, max: 8 })
					}),
					{ minLength: 1, maxLength: 4 }
				),
				(inboundAgents, sketches) => {
					const blocks = sketches.map(({ contacts, from, length }) => ({
						contacts,
						ahtSeconds: 450,
						from,
						to: Math.min(8, from + length)
					}));
					const plan = planned({
						blocks,
						intervalCount: 8,
						intervalSeconds: 900,
						placement: 'valleys',
						inboundAgents
					});
					const level = inboundAgents.map((agents, i) => agents + plan.agents[i]!);
					blocks.forEach(({ contacts, from, to }, b) => {
						const row = plan.blocks[b]!;
						expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(contacts / 2, 6);
						row.forEach((value, i) => {
							if (i < from || i >= to) expect(value).toBe(0);
							// What lies in i is there because nowhere in the window is lower.
							if (value > 1e-6)
								for (let k = from; k < to; k++) expect(level[i]!).toBeLessThanOrEqual(level[k]! + 1e-5);
						});
					});
				}
			),
			{ seed: 42, numRuns: 200 }
		);
	});

	it.each([
		[{ intervalCount: 0 }, 'intervalCount "0"'],
		[{ inboundAgents: [1] }, 'inboundAgents.length "1" must be 6'],
		[{ availableAgents: [1, 1, 1, 1, 1, -1] }, 'availableAgents[5] "-1"'],
		[{ blocks: [{ contacts: -1, ahtSeconds: 1, from: 0, to: 1 }] }, 'blocks[0].contacts "-1"'],
		[{ blocks: [{ contacts: 1, ahtSeconds: 0, from: 0, to: 1 }] }, 'blocks[0].ahtSeconds "0"'],
		[{ blocks: [{ contacts: 1, ahtSeconds: 1, from: 3, to: 3 }] }, 'blocks[0].to "3"'],
		[{ blocks: [{ contacts: 1, ahtSeconds: 1, from: 0, to: 7 }] }, 'blocks[0].to "7"'],
		[{ maxOccupancy: 85 }, 'Maybe 0.85']
	] as [Partial<OutboundPlanInput>, string][])('refuses %j', (part, words) => {
		expect(() => outboundPlan({ ...base, ...part })).toThrow(words);
	});
});
