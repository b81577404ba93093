import type { LocalDay } from '../intraday/index.ts';
import type { ScheduledShift } from '../rosters/index.ts';

/** A person's shifts of a day in one text, to see later whether they are still the same. */
export const standsAs = (
	shifts: readonly ScheduledShift[] | undefined,
	{ fromAt, toAt }: Pick<LocalDay, 'fromAt' | 'toAt'>
): string =>
	JSON.stringify(
		(shifts ?? [])
			.filter(({ startAt, endAt }) => startAt < toAt && endAt > fromAt)
			.map(({ startAt, endAt, breaks }) => [startAt, endAt, breaks.map((part) => [part.startAt, part.endAt])])
	);
