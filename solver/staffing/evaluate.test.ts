import { describe, expect, it } from 'vitest';
import { evaluateStaffing } from './evaluate.ts';
import type { StaffingInput } from './staffing-input.ts';

const input: StaffingInput = {
	volume: 100,
	intervalSeconds: 1800,
	ahtSeconds: 240,
	serviceLevel: { share: 0.8, thresholdSeconds: 20 }
};

describe('evaluateStaffing()', () => {
	it('pyworkforce fault: with 3,000 contacts in 30 min on 295 agents, a later threshold never serves fewer', () => {
		let before = 0;
		for (let thresholdSeconds = 0; thresholdSeconds <= 1200; thresholdSeconds += 20) {
			const at = evaluateStaffing(
				{
					volume: 3000,
					intervalSeconds: 1800,
					ahtSeconds: 180,
					patienceSeconds: 300,
					serviceLevel: { share: 0.8, thresholdSeconds }
				},
				295
			);
			if (at.status !== 'stable') throw new Error(at.explanation);
			expect(at.serviceLevel).toBeGreaterThanOrEqual(before * (1 - 1e-14));
			before = at.serviceLevel!;
			if (thresholdSeconds >= 300) expect(before).toBeGreaterThan(0.96);
		}
	});

	it('explains a load that Erlang C cannot carry, and carries it with a patience', () => {
		expect(evaluateStaffing(input, 13)).toMatchObject({
			status: 'unstable',
			agentsNeeded: 14,
			explanation: expect.stringContaining('13.3333 Erlangs is more than 13 agents can carry')
		});
		expect(evaluateStaffing({ ...input, patienceSeconds: 120 }, 13)).toMatchObject({
			status: 'stable',
			agents: 13
		});
	});

	it('has no service level without a threshold, and no figures without contacts', () => {
		const { serviceLevel: _, ...bare } = input;
		expect(evaluateStaffing(bare, 17)).toMatchObject({ serviceLevel: null, asaSeconds: expect.any(Number) });
		expect(evaluateStaffing({ ...input, volume: 0 }, 3)).toMatchObject({ serviceLevel: null, occupancy: 0 });
	});

	it.each([-1, 2.5, NaN, 1e12])('refuses %d agents', (agents) => {
		expect(() => evaluateStaffing(input, agents)).toThrow(`agents "${agents}" must be a whole number`);
	});
});
