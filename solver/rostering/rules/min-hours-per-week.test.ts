import { describe, expect, it } from 'vitest';
import { minHoursPerWeek } from './min-hours-per-week.ts';
import { planted } from './planted.ts';

describe('minHoursPerWeek', () => {
	it('names the agent, the day and the values of a breach', () => {
		const found = planted(minHoursPerWeek, ['D', 'D', '', '', '', '', ''], {
			contract: { minHoursPerWeek: 15 }
		});
		expect(found).toHaveLength(1);
		expect(found[0]).toMatchObject({ rule: 'min-hours-per-week', agent: 'ana', day: 0 });
		expect(found[0]!.text).toContain('Ana has 14 paid hours in the week of Monday 2026-11-23; at least 15');
	});

	it('accepts the nearest plan that keeps it', () => {
		expect(
			planted(minHoursPerWeek, ['D', 'D', '', '', '', '', ''], {
				contract: { minHoursPerWeek: 16, minDaysOffPerWeek: 2 },
				daysOff: [3]
			})
		).toEqual([]);
	});
});
