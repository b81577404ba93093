import { TZDate } from '@date-fns/tz';
import type { OpeningHours } from '../db/schema/sites.ts';
import { dayStart } from './day-start.ts';

/** When the local day's first opening began: 07:00 on the clock, also on a day on which the clocks change. Where no hours are set for the day, its start. */
export function openingOf(nowMs: number, timeZone: string, hours: OpeningHours): number {
	const now = new TZDate(nowMs, timeZone);
	const weekday = (now.getDay() + 6) % 7;
	const first = Math.min(
		...hours.filter((span) => span.weekday === weekday).map(({ fromMinute }) => fromMinute)
	);
	if (!Number.isFinite(first)) return dayStart(nowMs, timeZone);
	return new TZDate(now.getFullYear(), now.getMonth(), now.getDate(), 0, first, timeZone).getTime();
}
