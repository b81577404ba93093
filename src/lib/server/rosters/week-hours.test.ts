import { TZDate } from '@date-fns/tz';
import { expect, it } from 'vitest';
import { weekHours, weekOf } from './week-hours.ts';

const ZONE = 'Europe/Madrid';
const HOUR = 3_600_000;

it('weekHours() are paid hours of the shifts that begin between two Mondays of the zone, over a change of clocks', () => {
	// The clocks go back on Sunday, 25 October.
	const sunday = new TZDate(2026, 9, 25, 20, 0, ZONE);
	const { fromMs, toMs } = weekOf(sunday);
	expect([fromMs, toMs].map((ms) => new Date(ms).toISOString())).toEqual([
		'2026-10-18T22:00:00.000Z',
		'2026-10-25T23:00:00.000Z'
	]);
	const shift = (startAt: number, unpaid = 0) => ({
		...{ startAt, endAt: startAt + 8 * HOUR },
		breaks: unpaid > 0 ? [{ startAt, endAt: startAt + unpaid * HOUR, isPaid: false }] : []
	});
	// The last one begins an hour before Monday and counts whole; the next is of the week after.
	const shifts = [shift(fromMs - HOUR), shift(fromMs, 0.5), shift(toMs - HOUR), shift(toMs)];
	expect(weekHours(shifts, sunday)).toBe(15.5);
	expect(weekHours([], sunday)).toBe(0);
});
