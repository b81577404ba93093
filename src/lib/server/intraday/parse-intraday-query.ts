import { localDayNamed, localDayOf, type LocalDay } from './local-day.ts';

/** A query of a day that cannot be answered as it stands. */
export class InvalidDay extends Error {
	readonly status = 400;
}

export interface IntradayQuery {
	day: LocalDay;
	asOf: number;
	nowMs: number;
	queueId: string | null;
}

/**
 * Reads `day` (YYYY-MM-DD, today by default), `at` (HH:MM of that day: it is taken as known up to then; by default
 * all of a past day, and today up to now) and `queue`.
 *
 * @param nowMs the floor's time
 */
export function parseIntradayQuery(query: URLSearchParams, nowMs: number, timeZone: string): IntradayQuery {
	const today = localDayOf(nowMs, timeZone);
	const asked = query.get('day');
	const day = asked ? localDayNamed(asked, timeZone) : today;
	if (!day) throw new InvalidDay(`Reading a day: day "${asked}" must be a date such as 2026-11-22.`);
	if (day.fromAt > nowMs)
		throw new InvalidDay(`Reading a day: "${day.day}" has not begun; nothing came yet.`);
	const latest = Math.min(nowMs, day.toAt);
	const at = query.get('at');
	const clock = at ? /^([01]\d|2[0-4]):([0-5]\d)$/.exec(at) : null;
	if (at && !clock) throw new InvalidDay(`Reading a day: at "${at}" must be a time such as 12:30.`);
	const wanted = clock ? atClock(day, Number(clock[1]), Number(clock[2]), timeZone) : latest;
	return { day, asOf: Math.min(latest, wanted), nowMs, queueId: query.get('queue') || null };
}

/** The first moment of the day at which its clock shows this time or later. */
function atClock({ fromAt, toAt }: LocalDay, hour: number, minute: number, timeZone: string): number {
	const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
	const wanted = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
	for (let at = fromAt; at < toAt; at += 60_000) if (format.format(at) >= wanted) return at;
	return toAt;
}
