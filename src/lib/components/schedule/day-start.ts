import { TZDate } from '@date-fns/tz';

/** Midnight in a zone, some days after a calendar day (YYYY-MM-DD). */
export function dayStart(day: string, timeZone: string, addDays = 0): number {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	return new TZDate(year, month - 1, date + addDays, timeZone).getTime();
}
