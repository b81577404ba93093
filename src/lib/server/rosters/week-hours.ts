import type { TZDate } from '@date-fns/tz';
import { addDays, startOfWeek } from 'date-fns';
import { paidHours } from '#lib/format/paid-hours.ts';
import type { ScheduledShift } from './schedule-as-changed.ts';

/** The week of a local day: from its Monday to the next, in UTC ms. */
export function weekOf(day: TZDate): { fromMs: number; toMs: number } {
	const monday = startOfWeek(day, { weekStartsOn: 1 });
	return { fromMs: monday.getTime(), toMs: addDays(monday, 7).getTime() };
}

/** Paid hours of one person's week: of the shifts that begin in the week of a local day. */
export function weekHours(shifts: readonly ScheduledShift[], day: TZDate): number {
	const { fromMs, toMs } = weekOf(day);
	return shifts
		.filter(({ startAt }) => startAt >= fromMs && startAt < toMs)
		.reduce((sum, one) => sum + paidHours(one), 0);
}
