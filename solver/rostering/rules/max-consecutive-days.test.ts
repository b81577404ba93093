import { describe, expect, it } from 'vitest';
import { maxConsecutiveDays } from './max-consecutive-days.ts';
import { planted } from './planted.ts';

describe('maxConsecutiveDays', () => {
	it('names the agent, the day and the values of a breach', () => {
		const found = planted(maxConsecutiveDays, ['', 'D', 'D', 'D', ''], {
			contract: { maxConsecutiveDays: 2 }
		});
		expect(found).toHaveLength(1);
		expect(found[0]).toMatchObject({ rule: 'max-consecutive-days', agent: 'ana', day: 1 });
		expect(found[0]!.text).toContain('Ana works 3 days in a row from Tuesday 2026-11-24; at most 2');
	});

	it('accepts the nearest plan that keeps it', () => {
		expect(
			planted(maxConsecutiveDays, ['D', 'D', '', 'D', 'D'], { contract: { maxConsecutiveDays: 2 } })
		).toEqual([]);
	});
});
