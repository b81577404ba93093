import type { Calendar } from './calendar.ts';
import { refuse } from './read-json.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/**
 * Days of the horizon that an entry means: `day` as an index from 0 or a date, or `weekday` ("mon" … "sun") for
 * every such day; neither means every day where the caller allows it.
 */
export function parseDays(
	fields: { day?: unknown; weekday?: unknown },
	place: string,
	calendar: Calendar,
	orEvery = false
): number[] {
	const { day, weekday } = fields;
	if (day !== undefined && weekday !== undefined) refuse(place, fields, 'either day or weekday, not both');
	const all = Array.from({ length: calendar.days }, (_, d) => d);
	if (weekday !== undefined) {
		const index = typeof weekday === 'string' ? WEEKDAYS.indexOf(weekday.slice(0, 3).toLowerCase()) : -1;
		if (index < 0) refuse(`${place}.weekday`, weekday, `one of ${WEEKDAYS.join(', ')}`);
		return all.filter((d) => calendar.weekday(d) === index);
	}
	if (day === undefined && orEvery) return all;
	const found =
		typeof day === 'string' ? calendar.dayOf(day) : Number.isInteger(day) ? (day as number) : null;
	if (found === null || found < 0 || found >= calendar.days)
		refuse(
			`${place}.day`,
			day,
			`a day of the horizon: 0 to ${calendar.days - 1}, or a date from ${calendar.date(0)} to ${calendar.date(calendar.days - 1)}`
		);
	return [found];
}
