import { describe, expect, it } from 'vitest';
import { maxHoursPerWeek } from './max-hours-per-week.ts';
import { planted } from './planted.ts';

describe('maxHoursPerWeek', () => {
	it('names the agent, the day and the values of a breach', () => {
		const found = planted(maxHoursPerWeek, ['D', 'D', 'D', '', '', '', '', 'D'], {
			contract: { maxHoursPerWeek: 20 }
		});
		expect(found).toHaveLength(1);
		expect(found[0]).toMatchObject({ rule: 'max-hours-per-week', agent: 'ana', day: 0 });
		expect(found[0]!.text).toContain('Ana has 21 paid hours in the week of Monday 2026-11-23; at most 20');
	});

	it('accepts the nearest plan that keeps it', () => {
		expect(
			planted(maxHoursPerWeek, ['D', 'D', 'D', '', '', '', '', 'D'], { contract: { maxHoursPerWeek: 21 } })
		).toEqual([]);
	});
});
