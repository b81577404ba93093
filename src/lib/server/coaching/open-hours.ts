import type { OpeningHours } from '../db/schema/sites.ts';
import { openTimeZone } from '../history/index.ts';
import type { DayBands } from './day-bands.ts';

/** Nobody is asked to a talk at night, however long the door is open. */
const EARLIEST_MINUTE = 7 * 60;
const LATEST_MINUTE = 20 * 60;
/** Of a door that never closes. */
const OFFICE = { fromMinute: 9 * 60, toMinute: 18 * 60 };

/** When at least one of the queues is open on a local day; clocks that change included. */
export function openSpans(
	day: Pick<DayBands, 'date'>,
	hours: readonly OpeningHours[],
	timeZone: string
): { startAt: number; endAt: number }[] {
	const zone = openTimeZone(timeZone)!;
	const midnight = Date.parse(`${day.date}T00:00:00Z`);
	const weekday = (new Date(midnight).getUTCDay() + 6) % 7;
	const at = (minute: number): number => {
		const instant = zone.fromLocal(midnight + minute * 60_000);
		return instant.kind === 'never' ? midnight + minute * 60_000 - zone.offsetMs(midnight) : instant.utcMs;
	};
	const doors: readonly OpeningHours[] = hours.length === 0 ? [[]] : hours;
	const spans = doors
		.flatMap((own) => (own.length === 0 ? [{ weekday, ...OFFICE }] : own))
		.filter((span) => span.weekday === weekday)
		.map(({ fromMinute, toMinute }) => ({
			from: Math.max(fromMinute, EARLIEST_MINUTE),
			to: Math.min(toMinute, LATEST_MINUTE)
		}))
		.filter(({ from, to }) => from < to)
		.sort((a, b) => a.from - b.from);
	const joined: { from: number; to: number }[] = [];
	for (const span of spans) {
		const last = joined.at(-1);
		if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
		else joined.push({ ...span });
	}
	return joined.map(({ from, to }) => ({ startAt: at(from), endAt: at(to) }));
}
