import { describe, expect, it } from 'vitest';
import { availability } from './availability.ts';
import { planted } from './planted.ts';

describe('availability', () => {
	it('names the agent, the day and the values of a breach', () => {
		const found = planted(availability, ['', 'L'], { availability: [{ from: '08:00', to: '21:30' }] });
		expect(found).toHaveLength(1);
		expect(found[0]).toMatchObject({ rule: 'availability', agent: 'ana', day: 1 });
		expect(found[0]!.text).toContain(
			'Ana works 14:00–22:00 on Tuesday 2026-11-24, but is available then: 08:00–21:30'
		);
	});

	it('accepts the nearest plan that keeps it', () => {
		expect(planted(availability, ['D', 'L'], { availability: [{ from: '08:00', to: '22:00' }] })).toEqual([]);
	});
});
