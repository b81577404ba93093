import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns';
import { INTERVALS, type IntervalRange } from './parse-range.ts';

/**
 * Where the intervals of a range begin. Shorter ones follow the clock (10:00, 10:15 …); the first begins at `from`.
 * Days run from the local clock time of `from` in the site's zone, so that a day on which the clocks change is one
 * interval, and a day asked for in another zone is one as well.
 */
export function intervalStarts({ fromMs, toMs, interval }: IntervalRange, timeZone: string): number[] {
	const starts: number[] = [];
	if (interval === '1d') {
		const first = new TZDate(fromMs, timeZone);
		for (let day = 0; ; day++) {
			const start = addDays(first, day).getTime();
			if (start >= toMs) return starts;
			starts.push(start);
		}
	}
	const stepMs = INTERVALS[interval] * 1000;
	for (let start = fromMs; start < toMs; start = (Math.floor(start / stepMs) + 1) * stepMs)
		starts.push(start);
	return starts;
}
