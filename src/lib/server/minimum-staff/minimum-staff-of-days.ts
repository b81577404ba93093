import type { MinimumStaffRule } from '#lib/contracts/rostering.ts';
import { plusDays, weekdayOf } from '#lib/format/local-dates.ts';
import type { MinimumStaff } from '#solver/rostering/index.ts';
import type { Context } from '../context.ts';
import { minimumStaff } from '../db/schema/index.ts';
import { openTimeZone, type TimeZone } from '../history/index.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
const DAY_MS = DAY_MINUTES * MINUTE_MS;
const GRID_MINUTES = 5;

interface Days {
	/** First local date. */
	start: string;
	days: number;
}

/** The minimum staff of some local days, as a roster's problem has it. Rights are the caller's. */
export async function minimumStaffFor(
	{ db }: Context,
	{ timeZone, ...days }: Days & { timeZone: string }
): Promise<MinimumStaff[]> {
	return minimumStaffOfDays(await db.orm.select().from(minimumStaff), days, openTimeZone(timeZone)!);
}

/**
 * What rules ask for on some local days. A stretch belongs to the day on which it begins: what reaches in from the day
 * before the first is that day's roster's. Of an hour that the clocks skip nothing is asked; one that comes twice is
 * one, as it is to a roster.
 */
export function minimumStaffOfDays(
	rules: readonly Omit<MinimumStaffRule, 'id'>[],
	{ start, days }: Days,
	zone: TimeZone
): MinimumStaff[] {
	return Array.from({ length: days }, (_, day) => day).flatMap((day) => {
		const date = plusDays(start, day);
		const midnight = Date.parse(`${date}T00:00:00Z`);
		return rules
			.filter(
				({ weekdays, fromDate, toDate }) =>
					weekdays.includes(weekdayOf(date)) &&
					(fromDate === null || fromDate <= date) &&
					(toDate === null || date <= toDate)
			)
			.flatMap(({ fromMinute, toMinute, skillId, agents }) =>
				partsThatCome(zone, midnight, fromMinute, toMinute)
					.map(([from, to]) => {
						const later = Math.floor(from / DAY_MINUTES);
						const shift = later * DAY_MINUTES;
						return {
							day: day + later,
							fromMinute: from - shift,
							toMinute: to - shift,
							skill: skillId,
							agents
						};
					})
					.filter((stretch) => stretch.day < days)
			);
	});
}

/** A stretch without what the clocks skip of it. */
function partsThatCome(zone: TimeZone, midnight: number, from: number, to: number): [number, number][] {
	if (zone.offsetMs(midnight - DAY_MS) === zone.offsetMs(midnight + 3 * DAY_MS)) return [[from, to]];
	const parts: [number, number][] = [];
	for (let minute = from; minute < to; minute += GRID_MINUTES) {
		if (zone.fromLocal(midnight + minute * MINUTE_MS).kind === 'never') continue;
		const last = parts.at(-1);
		if (last?.[1] === minute) last[1] += GRID_MINUTES;
		else parts.push([minute, minute + GRID_MINUTES]);
	}
	return parts;
}
