import { describe, expect, it } from 'vitest';
import { instantsOf, localFields, localInstant } from './local-moment.ts';

const ZONE = 'Europe/Madrid';

describe('instantsOf()', () => {
	it('is one instant on a plain day', () => {
		expect(instantsOf('2026-11-28', '10:15', ZONE)).toEqual([Date.parse('2026-11-28T10:15:00+01:00')]);
	});
	it('is two where the clocks go back, the earlier first', () => {
		expect(instantsOf('2026-10-25', '02:30', ZONE)).toEqual([
			Date.parse('2026-10-25T02:30:00+02:00'),
			Date.parse('2026-10-25T02:30:00+01:00')
		]);
		expect(instantsOf('2026-10-25', '03:00', ZONE)).toHaveLength(1);
	});
	it('is none where the clocks skip it', () => {
		expect(instantsOf('2026-03-29', '02:30', ZONE)).toEqual([]);
		expect(instantsOf('2026-03-29', '03:00', ZONE)).toEqual([Date.parse('2026-03-29T03:00:00+02:00')]);
	});
	it('is none for what is no day or time', () => {
		expect(instantsOf('', '10:15', ZONE)).toEqual([]);
		expect(instantsOf('2026-11-28', '', ZONE)).toEqual([]);
	});
	it.each(['America/St_Johns', 'Pacific/Kiritimati', 'Asia/Kolkata', 'UTC'])(
		'comes back to the same instant in %s',
		(zone) => {
			const at = Date.parse('2026-06-01T13:45:00Z');
			const { day, time } = localFields(at, zone);
			expect(instantsOf(day, time, zone)).toEqual([at]);
		}
	);
});

describe('localInstant()', () => {
	it('tells both passes of a repeated hour apart by their offset', () => {
		for (const text of [
			'2026-10-25T02:30:05+02:00',
			'2026-10-25T02:30:05+01:00',
			'1999-01-03T12:00:00+01:00'
		])
			expect(localInstant(Date.parse(text), ZONE)).toBe(text);
		expect(localInstant(Date.UTC(2026, 0, 1), 'America/St_Johns')).toBe('2025-12-31T20:30:00-03:30');
	});
});
