import { midnightOf, plusDays } from '#lib/format/local-dates.ts';

/** Midnight in a zone, some days after a calendar day (YYYY-MM-DD). */
export const dayStart = (day: string, timeZone: string, addDays = 0): number =>
	midnightOf(plusDays(day, addDays), timeZone);
