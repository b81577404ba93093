/** Local days of a horizon, counted from 0; dates without a time zone, as rosters are local. */
export interface Calendar {
	days: number;
	/** 0 Monday … 6 Sunday. */
	weekday(day: number): number;
	/** YYYY-MM-DD. */
	date(day: number): string;
	/** null when the text is no date of the horizon. */
	dayOf(date: string): number | null;
	/** "Tuesday 2026-11-24" */
	spoken(day: number): string;
	/** Monday-to-Sunday weeks cut to the horizon, [from, to). */
	weeks: { from: number; to: number }[];
}

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const DAY_MS = 86_400_000;

/** UTC instant of a date's midnight, or null when the text is no real date. Only differences of these are used. */
export function dateInstant(date: string): number | null {
	const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
	if (!parts) return null;
	const instant = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
	return new Date(instant).toISOString().slice(0, 10) === date ? instant : null;
}

/** @param start a real date, as `dateInstant` accepts */
export function createCalendar(start: string, days: number): Calendar {
	const origin = dateInstant(start);
	if (origin === null)
		throw new RangeError(`Making a calendar: start "${start}" must be a date, YYYY-MM-DD.`);
	const first = (new Date(origin).getUTCDay() + 6) % 7;
	const weekday = (day: number) => (first + day) % 7;
	const date = (day: number) => new Date(origin + day * DAY_MS).toISOString().slice(0, 10);
	const weeks: { from: number; to: number }[] = [];
	for (let from = 0; from < days;) {
		const to = Math.min(days, from + 7 - weekday(from));
		weeks.push({ from, to });
		from = to;
	}
	return {
		days,
		weekday,
		date,
		dayOf(text) {
			const instant = dateInstant(text);
			const day = instant === null ? -1 : (instant - origin) / DAY_MS;
			return day >= 0 && day < days ? day : null;
		},
		spoken: (day) => `${NAMES[weekday(day)]} ${date(day)}`,
		weeks
	};
}
