import { describe, expect, it } from 'vitest';
import { oneShiftADay } from './one-shift-a-day.ts';
import { planted } from './planted.ts';

describe('oneShiftADay', () => {
	it('names the agent, the day and the values of a breach', () => {
		const found = planted(oneShiftADay, ['D', ''], {}, [{ day: 0, shift: 'L' }]);
		expect(found).toHaveLength(1);
		expect(found[0]).toMatchObject({ rule: 'one-shift-a-day', agent: 'ana', day: 0 });
		expect(found[0]!.text).toContain('Ana begins "D" and "L" on Monday 2026-11-23');
	});

	it('accepts the nearest plan that keeps it', () => {
		expect(planted(oneShiftADay, ['D', 'L'], {})).toEqual([]);
	});
});
