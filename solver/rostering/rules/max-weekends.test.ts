import { describe, expect, it } from 'vitest';
import { maxWeekends } from './max-weekends.ts';
import { planted } from './planted.ts';

describe('maxWeekends', () => {
	it('names the agent, the day and the values of a breach', () => {
		const found = planted(maxWeekends, ['', '', '', '', '', '', 'D', '', '', '', '', '', 'D', 'D'], {
			contract: { maxWeekends: 1 }
		});
		expect(found).toHaveLength(1);
		expect(found[0]).toMatchObject({ rule: 'max-weekends', agent: 'ana', day: 12 });
		expect(found[0]!.text).toContain(
			'Ana works on 2 weekends, the last of them from Saturday 2026-12-05; at most 1'
		);
	});

	it('accepts the nearest plan that keeps it', () => {
		expect(
			planted(maxWeekends, ['', '', '', '', '', 'D', 'D', 'D'], { contract: { maxWeekends: 1 } })
		).toEqual([]);
	});
});
