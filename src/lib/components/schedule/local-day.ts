import { TZDate } from '@date-fns/tz';

/** The calendar day of an instant in a zone, YYYY-MM-DD. */
export function localDay(atMs: number, timeZone: string): string {
	const date = new TZDate(atMs, timeZone);
	const two = (part: number): string => String(part).padStart(2, '0');
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
