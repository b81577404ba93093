import { describe, expect, it } from 'vitest';
import { minConsecutiveDaysOff } from './min-consecutive-days-off.ts';
import { planted } from './planted.ts';

describe('minConsecutiveDaysOff', () => {
	it('names the agent, the day and the values of a breach', () => {
		const found = planted(minConsecutiveDaysOff, ['D', '', 'D', '', '', 'D'], {
			contract: { minConsecutiveDaysOff: 2 }
		});
		expect(found).toHaveLength(1);
		expect(found[0]).toMatchObject({ rule: 'min-consecutive-days-off', agent: 'ana', day: 1 });
		expect(found[0]!.text).toContain('Ana has only 1 days off in a row from Tuesday 2026-11-24; at least 2');
	});

	it('accepts the nearest plan that keeps it', () => {
		expect(
			planted(minConsecutiveDaysOff, ['', 'D', '', '', 'D', ''], { contract: { minConsecutiveDaysOff: 2 } })
		).toEqual([]);
	});
});
