import { dayStart } from './day-start.ts';
import { localDay } from './local-day.ts';

/** A stretch of local days that a chart shows. `id` is a day, `week-` and its first day, or `all`. */
export type Span = { id: string; kind: 'day' | 'week' | 'all'; from: number; to: number };

const WEEK_DAYS = 7;

/** The weeks (from the first day on) and the days between two instants. */
export function spansOf(from: number, to: number, timeZone: string): Span[] {
	const first = localDay(from, timeZone);
	const days: Span[] = [];
	for (let n = 0; ; n++) {
		const start = dayStart(first, timeZone, n);
		if (start >= to) break;
		days.push({
			id: localDay(start, timeZone),
			kind: 'day',
			from: start,
			to: dayStart(first, timeZone, n + 1)
		});
	}
	const weeks: Span[] = [];
	for (let n = 0; n < days.length; n += WEEK_DAYS)
		weeks.push({
			id: `week-${days[n]!.id}`,
			kind: 'week',
			from: days[n]!.from,
			to: days[Math.min(n + WEEK_DAYS, days.length) - 1]!.to
		});
	return [...weeks, ...days];
}
