import { weekdayOf } from '../forecasting/calendar.ts';
import { refuse } from './refuse.ts';

export interface CalendarMonth {
	/** YYYY-MM. */
	month: string;
	days: number;
	/** How often each weekday comes, 0 = Sunday. */
	weekdays: number[];
	/** Days from the first planned month's first day to this one's. */
	fromDay: number;
}

/**
 * The months of a plan with their days and weekdays (proleptic Gregorian).
 *
 * @param firstMonth YYYY-MM
 * @param monthCount 1 to 24
 * @throws RangeError for any other
 * @example monthCalendar('2024-02', 1)[0].days // 29
 */
export function monthCalendar(firstMonth: string, monthCount: number): CalendarMonth[] {
	const action = 'Planning capacity';
	const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(firstMonth) ?? [];
	if (!year || !month) refuse(action, 'firstMonth', firstMonth, 'a month as YYYY-MM, such as 2026-01.');
	if (!Number.isInteger(monthCount) || monthCount < 1 || monthCount > 24)
		refuse(action, 'monthCount', monthCount, 'a whole number from 1 to 24.');
	const dayNumber = (ahead: number) => Date.UTC(Number(year), Number(month) - 1 + ahead, 1) / 86_400_000;
	const first = dayNumber(0);
	return Array.from({ length: monthCount }, (_, m) => {
		const [from, to] = [dayNumber(m), dayNumber(m + 1)];
		const weekdays = new Array<number>(7).fill(0);
		for (let day = from; day < to; day++) weekdays[weekdayOf(day)]!++;
		return {
			month: new Date(from * 86_400_000).toISOString().slice(0, 7),
			days: to - from,
			weekdays,
			fromDay: from - first
		};
	});
}
