import { describe, expect, it } from 'vitest';
import { restBetweenShifts } from './rest-between-shifts.ts';
import { planted } from './planted.ts';

describe('restBetweenShifts', () => {
	it('names the agent, the day and the values of a breach', () => {
		const found = planted(restBetweenShifts, ['L', 'D'], {});
		expect(found).toHaveLength(1);
		expect(found[0]).toMatchObject({ rule: 'rest-between-shifts', agent: 'ana', day: 1 });
		expect(found[0]!.text).toContain('Ana rests 10 hours before "D" on Tuesday 2026-11-24; at least 11');
	});

	it('accepts the nearest plan that keeps it', () => {
		expect(planted(restBetweenShifts, ['D', 'L', 'L'], {})).toEqual([]);
	});
});
