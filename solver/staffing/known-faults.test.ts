import { describe, expect, it } from 'vitest';
import { agentsWithShrinkage } from './agents-with-shrinkage.ts';
import { evaluateStaffing } from './evaluate.ts';
import { staffingRequirement } from './requirement.ts';
import type { StaffingInput } from './staffing-input.ts';

/** Faults that are known of other packages, each as a test of its own. */
describe('faults not to be repeated', () => {
	const hundred: StaffingInput = {
		volume: 100,
		intervalSeconds: 1800,
		ahtSeconds: 240,
		patienceSeconds: 120,
		serviceLevel: { share: 0.8, thresholdSeconds: 20 }
	};
	const levelOf = (input: StaffingInput, agents: number) => {
		const at = evaluateStaffing(input, agents);
		if (at.status !== 'stable') throw new Error(at.explanation);
		return at.serviceLevel!;
	};

	it('underflow: 3,000 contacts in 30 min, AHT 180 s, patience 300 s, 295 agents: a later threshold never serves fewer', () => {
		const at = (thresholdSeconds: number) =>
			levelOf(
				{
					volume: 3000,
					intervalSeconds: 1800,
					ahtSeconds: 180,
					patienceSeconds: 300,
					serviceLevel: { share: 0.8, thresholdSeconds }
				},
				295
			);
		for (let seconds = 0; seconds < 3600; seconds++)
			expect(at(seconds + 1)).toBeGreaterThanOrEqual(at(seconds) * (1 - 1e-15));
		expect(at(300)).toBeGreaterThan(0.96);
		expect(at(480)).toBeGreaterThan(0.96);
	});

	it('approximation sold as Erlang A: 100 contacts in 30 min, AHT 240 s, patience 120 s, 80/20 needs exactly 16', () => {
		expect(staffingRequirement(hundred)).toMatchObject({ model: 'erlang-a', agents: 16 });
		expect(levelOf(hundred, 15)).toBeLessThan(0.8);
		const { patienceSeconds: _, ...patient } = hundred;
		expect(staffingRequirement(patient)).toMatchObject({ model: 'erlang-c', agents: 17 });
	});

	it.each([
		[{ serviceLevel: { share: 80, thresholdSeconds: 20 } }, 'Maybe 0.8 was meant'],
		[{ shrinkage: 30 }, 'Maybe 0.3 was meant'],
		[{ maxOccupancy: 85 }, 'Maybe 0.85 was meant'],
		[{ maxAbandonment: 5 }, 'Maybe 0.05 was meant']
	] as [Partial<StaffingInput>, string][])(
		'a percentage where a fraction is meant is refused: %j',
		(part, words) => {
			expect(() => staffingRequirement({ ...hundred, ...part })).toThrow(words);
		}
	);

	it('a threshold is not an ASA: answering 80 % within 20 s and a mean wait of 20 s are different promises', () => {
		const { serviceLevel: _, ...work } = hundred;
		const byLevel = staffingRequirement(hundred);
		const byAsa = staffingRequirement({ ...work, maxAsaSeconds: 20 });
		expect(byLevel.agents).toBe(16);
		expect(byAsa.agents).toBe(12);
		expect(byLevel.asaSeconds).toBeLessThan(20);
		expect(byAsa.asaSeconds).toBeLessThanOrEqual(20);
		expect(byAsa.serviceLevel).toBeNull();
		expect(levelOf(hundred, 12)).toBeLessThan(0.8);
	});

	it('shrinkage divides: 14 agents at 30 % are 20 to schedule, not 14 × 1.3 = 19', () => {
		expect(agentsWithShrinkage(14, 0.3)).toBe(20);
	});
});
