import { TZDate } from '@date-fns/tz';
import { addDays, format } from 'date-fns';
import { dayStart } from '../live/index.ts';

export interface LocalDay {
	/** YYYY-MM-DD */
	day: string;
	fromAt: number;
	toAt: number;
}

/** The local day of an instant; days on which the clocks change are 23 or 25 hours long. */
export function localDayOf(atMs: number, timeZone: string): LocalDay {
	const fromAt = dayStart(atMs, timeZone);
	const start = new TZDate(fromAt, timeZone);
	return { day: format(start, 'yyyy-MM-dd'), fromAt, toAt: addDays(start, 1).getTime() };
}

/** The local day that a date names; null when there is no such date. */
export function localDayNamed(day: string, timeZone: string): LocalDay | null {
	const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
	if (!parts) return null;
	const noon = new TZDate(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]), 12, 0, 0, timeZone);
	const found = localDayOf(noon.getTime(), timeZone);
	return found.day === day ? found : null;
}
