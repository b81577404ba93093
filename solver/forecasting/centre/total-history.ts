import { weekdayOf } from '../calendar.ts';
import type { CallHistory } from '../call-history.ts';

/** What of a queue goes into the centre's total: its daily series, and on which weekdays it is open. */
export interface Member {
	daily: CallHistory;
	isOpenWeekday(weekday: number): boolean;
}

/**
 * The daily series of all members together, over the days that all of them reach. A day on which one that should be
 * open was not measured is not measured: its total would be of something else.
 *
 * @param members on the same last day; at least one
 */
export function totalHistory(members: readonly Member[]): CallHistory {
	const begins = members.map(({ daily }) => daily.firstDay + Math.max(0, daily.known.indexOf(1)));
	const firstDay = Math.max(...begins);
	const lastDay = members[0]!.daily.firstDay + members[0]!.daily.dayCount - 1;
	const dayCount = Math.max(0, lastDay - firstDay + 1);
	const offered = new Float64Array(dayCount);
	const known = new Uint8Array(dayCount).fill(1);
	for (let d = 0; d < dayCount; d++) {
		const weekday = weekdayOf(firstDay + d);
		let anyone = false;
		for (const { daily, isOpenWeekday } of members) {
			const row = firstDay + d - daily.firstDay;
			if (daily.known[row]) {
				offered[d]! += daily.offered[row]!;
				anyone = true;
			} else if (isOpenWeekday(weekday)) known[d] = 0;
		}
		if (!anyone) known[d] = 0;
	}
	return { intervalSeconds: 86_400, firstDay, dayCount, offered, known };
}
