import { describe, expect, it } from 'vitest';
import { needed, type Size } from './needed.ts';
import { datesFrom, startDays } from './start-days.ts';

const size: Size = {
	days: datesFrom('2025-03-03', 14).map((date) => ({ date, agentHours: { billing: 30, '': 10 } })),
	agents: 4,
	hoursPerWeek: 120,
	skills: [{ id: 'billing', name: 'Billing', agents: 0 }]
};

describe('needed()', () => {
	it('counts the hours of the chosen days and the agents of the contracts there are', () => {
		expect(needed(size, '2025-03-03', 7)).toEqual({
			agentHours: 280,
			availableHours: 120,
			agentsNeeded: 10,
			hoursOfOne: 30,
			nobodyFor: ['Billing']
		});
		expect(needed(size, '2025-03-03', 14).agentsNeeded).toBe(10);
	});
	it('counts agents of 40 hours where there are none, and nothing outside the plan', () => {
		expect(needed({ ...size, agents: 0, hoursPerWeek: 0 }, '2025-03-03', 7).agentsNeeded).toBe(7);
		expect(needed(size, '2025-06-02', 7)).toMatchObject({ agentHours: 0, nobodyFor: [] });
	});
});

describe('startDays()', () => {
	it('offers Mondays, else the first day', () => {
		expect(startDays(datesFrom('2025-03-01', 14))).toEqual(['2025-03-03', '2025-03-10']);
		expect(startDays(datesFrom('2025-03-04', 3))).toEqual(['2025-03-04']);
	});
});
