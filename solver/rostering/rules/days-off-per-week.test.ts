import { describe, expect, it } from 'vitest';
import { daysOffPerWeek } from './days-off-per-week.ts';
import { planted } from './planted.ts';

describe('daysOffPerWeek', () => {
	it('names the agent, the day and the values of a breach', () => {
		const found = planted(daysOffPerWeek, ['D', 'D', 'D', 'D', 'D', 'D', ''], {
			contract: { minDaysOffPerWeek: 2 }
		});
		expect(found).toHaveLength(1);
		expect(found[0]).toMatchObject({ rule: 'days-off-per-week', agent: 'ana', day: 0 });
		expect(found[0]!.text).toContain('Ana has 1 days off in the week of Monday 2026-11-23; at least 2');
	});

	it('accepts the nearest plan that keeps it', () => {
		expect(
			planted(daysOffPerWeek, ['D', 'D', 'D', 'D', 'D', '', '', 'D'], { contract: { minDaysOffPerWeek: 2 } })
		).toEqual([]);
	});
});
