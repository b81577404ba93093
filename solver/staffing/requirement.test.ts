import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateStaffing } from './evaluate.ts';
import { staffingRequirement } from './requirement.ts';
import type { StaffingInput } from './staffing-input.ts';

const eightyTwenty: StaffingInput = {
	volume: 100,
	intervalSeconds: 1800,
	ahtSeconds: 240,
	serviceLevel: { share: 0.8, thresholdSeconds: 20 }
};
const inputs: fc.Arbitrary<StaffingInput> = fc.record(
	{
		volume: fc.double({ min: 0.01, max: 3000, noNaN: true }),
		intervalSeconds: fc.constantFrom(900, 1800, 3600),
		ahtSeconds: fc.double({ min: 20, max: 1200, noNaN: true }),
		patienceSeconds: fc.constantFrom(1, 60, 300, 86_400),
		serviceLevel: fc.record({
			share: fc.double({ min: 0.05, max: 0.99, noNaN: true }),
			thresholdSeconds: fc.constantFrom(0, 10, 20, 120)
		}),
		maxOccupancy: fc.double({ min: 0.3, max: 1, noNaN: true }),
		minimumAgents: fc.integer({ min: 0, max: 40 }),
		concurrency: fc.constantFrom(1, 2, 3)
	},
	{ requiredKeys: ['volume', 'intervalSeconds', 'ahtSeconds', 'serviceLevel'] }
);

describe('staffingRequirement()', () => {
	it('100 contacts in 30 min, AHT 240 s, 80/20: 17 agents by Erlang C, 16 by exact Erlang A at 120 s patience', () => {
		expect(staffingRequirement(eightyTwenty)).toMatchObject({
			model: 'erlang-c',
			agents: 17,
			abandonment: 0
		});
		expect(staffingRequirement({ ...eightyTwenty, patienceSeconds: 120 })).toMatchObject({
			model: 'erlang-a',
			agents: 16
		});
	});

	it('schedules agents / (1 − shrinkage), not agents × (1 + shrinkage)', () => {
		expect(staffingRequirement({ ...eightyTwenty, shrinkage: 0.3 }).agentsWithShrinkage).toBe(25);
	});

	it('is the fewest: it meets every target, and one agent less misses one or is under the minimum', () => {
		fc.assert(
			fc.property(inputs, (input) => {
				const { serviceLevel, maxOccupancy = 1, minimumAgents = 0 } = input;
				const meets = (agents: number) => {
					const at = evaluateStaffing(input, agents);
					return (
						at.status === 'stable' &&
						at.serviceLevel! >= serviceLevel!.share &&
						(at.occupancy ?? 2) <= maxOccupancy
					);
				};
				const { agents } = staffingRequirement(input);
				expect(agents).toBeGreaterThanOrEqual(minimumAgents);
				expect(meets(agents)).toBe(true);
				if (agents > minimumAgents) expect(meets(agents - 1)).toBe(false);
			}),
			{ seed: 7, numRuns: 400 }
		);
	});

	it('never falls when volume rises, nor when the promise gets stricter', () => {
		fc.assert(
			fc.property(inputs, (input) => {
				const { agents } = staffingRequirement(input);
				expect(staffingRequirement({ ...input, volume: input.volume * 1.3 }).agents).toBeGreaterThanOrEqual(
					agents
				);
				const { share, thresholdSeconds } = input.serviceLevel!;
				const strict = { share: (1 + share) / 2, thresholdSeconds: thresholdSeconds / 2 };
				expect(staffingRequirement({ ...input, serviceLevel: strict }).agents).toBeGreaterThanOrEqual(agents);
			}),
			{ seed: 8, numRuns: 300 }
		);
	});

	it('takes a longest ASA, a largest abandonment or a largest occupancy in place of a service level', () => {
		const { serviceLevel: _, ...work } = { ...eightyTwenty, patienceSeconds: 120 };
		const asa = staffingRequirement({ ...work, maxAsaSeconds: 5 });
		expect(asa).toMatchObject({ agents: 17, serviceLevel: null });
		expect(asa.asaSeconds).toBeLessThanOrEqual(5);
		const abandonment = staffingRequirement({ ...work, maxAbandonment: 0.02 });
		expect(abandonment.abandonment).toBeLessThanOrEqual(0.02);
		expect(evaluateStaffing(work, abandonment.agents - 1)).not.toMatchObject({
			abandonment: expect.closeTo(0, 2)
		});
		expect(staffingRequirement({ ...work, maxOccupancy: 0.5 }).occupancy).toBeLessThanOrEqual(0.5);
	});

	it('counts an agent with k slots as k servers', () => {
		const chat = staffingRequirement({ ...eightyTwenty, concurrency: 3, patienceSeconds: 120 });
		expect(chat.agents).toBe(6);
		const slots = evaluateStaffing({ ...eightyTwenty, patienceSeconds: 120 }, 18);
		expect(chat.serviceLevel).toBe((slots as { serviceLevel: number }).serviceLevel);
	});

	it('needs the minimum, and has no service level, in an interval without contacts', () => {
		const nothing = { serviceLevel: null, asaSeconds: null, probabilityOfWait: null, abandonment: null };
		expect(staffingRequirement({ ...eightyTwenty, volume: 0 })).toMatchObject({
			...nothing,
			agents: 0,
			occupancy: null
		});
		expect(
			staffingRequirement({ ...eightyTwenty, volume: 0, minimumAgents: 2, shrinkage: 0.3 })
		).toMatchObject({
			...nothing,
			agents: 2,
			agentsWithShrinkage: 3,
			occupancy: 0
		});
	});

	it('handles 100,000 contacts in half an hour', () => {
		const big = { ...eightyTwenty, volume: 100_000, ahtSeconds: 300, patienceSeconds: 180 };
		const { agents, serviceLevel } = staffingRequirement(big);
		expect(serviceLevel).toBeGreaterThanOrEqual(0.8);
		const less = evaluateStaffing(big, agents - 1);
		expect((less as { serviceLevel: number }).serviceLevel).toBeLessThan(0.8);
	});

	it.each([
		[{ volume: -1 }, 'volume "-1" must be a finite number, 0 or more'],
		[{ volume: NaN }, 'volume "NaN"'],
		[{ intervalSeconds: 0 }, 'intervalSeconds "0"'],
		[{ ahtSeconds: 0 }, 'ahtSeconds "0"'],
		[{ ahtSeconds: Infinity }, 'ahtSeconds "Infinity"'],
		[{ patienceSeconds: -5 }, 'patienceSeconds "-5"'],
		[
			{ serviceLevel: { share: 80, thresholdSeconds: 20 } },
			'share "80" must be a fraction above 0, below 1. Maybe 0.8'
		],
		[{ serviceLevel: { share: 1, thresholdSeconds: 20 } }, 'share "1" must be below 1: no number of agents'],
		[{ serviceLevel: { share: 0, thresholdSeconds: 20 } }, 'share "0"'],
		[{ serviceLevel: { share: 0.8, thresholdSeconds: -20 } }, 'thresholdSeconds "-20"'],
		[{ serviceLevel: undefined }, 'target "none" must be one or more of'],
		[{ shrinkage: 30 }, 'shrinkage "30" must be a fraction of 0 or more, below 1. Maybe 0.3'],
		[{ shrinkage: 1 }, 'shrinkage "1"'],
		[{ maxOccupancy: 85 }, 'Maybe 0.85 was meant'],
		[{ maxOccupancy: 0 }, 'maxOccupancy "0"'],
		[{ maxAbandonment: 0.03 }, 'maxAbandonment "0.03" must be given with patienceSeconds'],
		[{ maxAsaSeconds: 0 }, 'maxAsaSeconds "0"'],
		[{ minimumAgents: 1.5 }, 'minimumAgents "1.5"'],
		[{ concurrency: 0 }, 'concurrency "0"'],
		[{ volume: 1e9, ahtSeconds: 1e6 }, 'must be at most 100000000 Erlangs']
	] as [Partial<StaffingInput>, string][])('refuses %j', (part, message) => {
		expect(() => staffingRequirement({ ...eightyTwenty, ...part })).toThrow(RangeError);
		expect(() => staffingRequirement({ ...eightyTwenty, ...part })).toThrow(message);
	});
});
