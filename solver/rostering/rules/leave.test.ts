import { describe, expect, it } from 'vitest';
import { leave } from './leave.ts';
import { planted } from './planted.ts';

describe('leave', () => {
	it('names the agent, the day and the values of a breach', () => {
		const found = planted(leave, ['D', 'D'], { daysOff: ['2026-11-24'] });
		expect(found).toHaveLength(1);
		expect(found[0]).toMatchObject({ rule: 'leave', agent: 'ana', day: 1 });
		expect(found[0]!.text).toContain('Ana has "D" on Tuesday 2026-11-24, a day off');
	});

	it('accepts the nearest plan that keeps it', () => {
		expect(planted(leave, ['D', ''], { daysOff: [1] })).toEqual([]);
	});
});
