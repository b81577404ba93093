import { instantsOf } from '#lib/format/index.ts';
import { clockOf } from '../staffing/form/clock.ts';
import type { GridDay } from './roster-types.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

/** The instant of a local minute of a roster's day; on a day of changing clocks as they show it, the earlier of two. */
export function instantIn(days: readonly GridDay[], timeZone: string, day: number, minute: number): number {
	const ahead = Math.floor(minute / DAY_MINUTES);
	const [on, of] = [days[day + ahead], minute - ahead * DAY_MINUTES];
	if (!on) return days.at(-1)!.endAt + ((day - days.length) * DAY_MINUTES + minute) * MINUTE_MS;
	if (on.endAt - on.startAt === DAY_MINUTES * MINUTE_MS) return on.startAt + of * MINUTE_MS;
	return instantsOf(on.date, clockOf(of), timeZone)[0] ?? on.startAt + of * MINUTE_MS;
}
