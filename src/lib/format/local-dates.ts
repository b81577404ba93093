import { TZDate } from '@date-fns/tz';

const DAY_MS = 86_400_000;

const numberOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The date so many days after another, both YYYY-MM-DD. */
export const plusDays = (date: string, days: number): string => dateOf(numberOf(date) + days);

/** Days from one date to another; 0 for the same. */
export const daysBetween = (from: string, to: string): number => numberOf(to) - numberOf(from);

/** Every date from one to another, both included. */
export const datesFrom = (from: string, to: string): string[] =>
	Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, i) => plusDays(from, i));

/** 0 = Monday … 6. */
export const weekdayOf = (date: string): number => (((numberOf(date) + 3) % 7) + 7) % 7;

export const mondayOf = (date: string): string => plusDays(date, -weekdayOf(date));

/** The instant at which a date begins in a zone; where the clocks skip its midnight, the first that there is. */
export function midnightOf(date: string, timeZone: string): number {
	const [year, month, day] = date.split('-').map(Number);
	return new TZDate(year!, month! - 1, day!, timeZone).getTime();
}
