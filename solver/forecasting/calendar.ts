/** Day of the week of a local day number, 0 = Sunday … 6 = Saturday (day 0 is Thursday 1970-01-01). */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

export interface CivilDay {
	year: number;
	/** 1–12. */
	month: number;
	/** 1–31. */
	dayOfMonth: number;
	daysInMonth: number;
	/** 0 at the first of January. */
	dayOfYear: number;
}

/** Proleptic Gregorian date of a local day number. */
export function civilDay(day: number): CivilDay {
	const date = new Date(day * 86_400_000);
	const year = date.getUTCFullYear();
	const month = date.getUTCMonth() + 1;
	return {
		year,
		month,
		dayOfMonth: date.getUTCDate(),
		daysInMonth: new Date(Date.UTC(year, month, 0)).getUTCDate(),
		dayOfYear: day - Date.UTC(year, 0, 1) / 86_400_000
	};
}
