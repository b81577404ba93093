import { describe, expect, it } from 'vitest';
import { hoursPerDay } from './hours-per-day.ts';
import { planted } from './planted.ts';

describe('hoursPerDay', () => {
	it('names the agent, the day and the values of a breach', () => {
		const found = planted(hoursPerDay, ['D', 'X'], { contract: { maxHoursPerDay: 8 } });
		expect(found).toHaveLength(1);
		expect(found[0]).toMatchObject({ rule: 'hours-per-day', agent: 'ana', day: 1 });
		expect(found[0]!.text).toContain('Ana has 12 paid hours on Tuesday 2026-11-24; at most 8');
	});

	it('accepts the nearest plan that keeps it', () => {
		expect(planted(hoursPerDay, ['D', 'L'], { contract: { maxHoursPerDay: 8 } })).toEqual([]);
	});
});
