import { expect, it } from 'vitest';
import { dayStart } from './day-start.ts';

it.each([
	['2026-11-22T18:00:00Z', 'Europe/Madrid', '2026-11-21T23:00:00Z'],
	['2026-11-22T23:30:00Z', 'Europe/Madrid', '2026-11-22T23:00:00Z'],
	['2026-03-29T12:00:00Z', 'Europe/Madrid', '2026-03-28T23:00:00Z'],
	['2026-10-25T12:00:00Z', 'Europe/Madrid', '2026-10-24T22:00:00Z'],
	['2026-11-22T01:00:00Z', 'America/Bogota', '2026-11-21T05:00:00Z']
])('dayStart() of %s in %s is %s, also on days the clocks change', (at, zone, expected) => {
	expect(new Date(dayStart(Date.parse(at), zone)).toISOString()).toBe(new Date(expected).toISOString());
});
