import { describe, expect, it } from 'vitest';
import { minConsecutiveDays } from './min-consecutive-days.ts';
import { planted } from './planted.ts';

describe('minConsecutiveDays', () => {
	it('names the agent, the day and the values of a breach', () => {
		const found = planted(minConsecutiveDays, ['', 'D', '', 'D', 'D', ''], {
			contract: { minConsecutiveDays: 2 }
		});
		expect(found).toHaveLength(1);
		expect(found[0]).toMatchObject({ rule: 'min-consecutive-days', agent: 'ana', day: 1 });
		expect(found[0]!.text).toContain('Ana works only 1 days in a row from Tuesday 2026-11-24; at least 2');
	});

	it('accepts the nearest plan that keeps it', () => {
		expect(
			planted(minConsecutiveDays, ['D', '', 'D', 'D', '', 'D'], { contract: { minConsecutiveDays: 2 } })
		).toEqual([]);
	});
});
