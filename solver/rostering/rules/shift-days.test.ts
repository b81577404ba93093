import { describe, expect, it } from 'vitest';
import { shiftDays } from './shift-days.ts';
import { planted } from './planted.ts';

describe('shiftDays', () => {
	it('names the agent, the day and the values of a breach', () => {
		const found = planted(shiftDays, ['', '', 'N'], {});
		expect(found).toHaveLength(1);
		expect(found[0]).toMatchObject({ rule: 'shift-days', agent: 'ana', day: 2 });
		expect(found[0]!.text).toContain('Ana has "N" on Wednesday 2026-11-25');
	});

	it('accepts the nearest plan that keeps it', () => {
		expect(planted(shiftDays, ['N', 'N', ''], {})).toEqual([]);
	});
});
