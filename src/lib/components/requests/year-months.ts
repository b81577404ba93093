import { datesFrom, plusDays, weekdayOf } from '#lib/format/local-dates.ts';

/** A year's months as weeks from Monday to Sunday; null: no day of the month. */
export interface MonthWeeks {
	/** First of the month, YYYY-MM-DD. */
	first: string;
	weeks: (string | null)[][];
}

export function yearMonths(year: number): MonthWeeks[] {
	return Array.from({ length: 12 }, (_, i) => {
		const first = `${year}-${String(i + 1).padStart(2, '0')}-01`;
		const next = i === 11 ? `${year + 1}-01-01` : `${year}-${String(i + 2).padStart(2, '0')}-01`;
		const days: (string | null)[] = [
			...Array.from({ length: weekdayOf(first) }, () => null),
			...datesFrom(first, plusDays(next, -1))
		];
		while (days.length % 7 > 0) days.push(null);
		return {
			first,
			weeks: Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
		};
	});
}
