import { weekdayOf, type CallHistory } from '#solver/forecasting/index.ts';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { closedParts } from './closed-parts.ts';
import { toCallHistories } from './to-call-histories.ts';
import { openTimeZone, type TimeZone } from './time-zone.ts';

export type CoverageState = 'measured' | 'zero' | 'closed' | 'missing';

export interface CoverageDay {
	/** YYYY-MM-DD */
	day: string;
	/** One an hour of the local day: contacts, and what is behind them. */
	hours: { state: CoverageState; offered: number }[];
}

export interface CoverageGap {
	fromAt: number;
	toAt: number;
	intervals: number;
	/** A working day without any row. */
	isWholeDay: boolean;
}

export interface Coverage {
	queueId: string;
	intervalSeconds: number;
	days: CoverageDay[];
	/** Newest first. */
	gaps: CoverageGap[];
	/** Intervals of each kind. */
	counts: Record<CoverageState, number>;
}

const DAY_MS = 86_400_000;
const HOURS = 24;
/** A quarter: what fits a strip, and is read in a moment at any grain. */
export const COVERAGE_DAYS = 91;

/**
 * A quarter of a queue's history hour by hour, ending with the day of `untilMs`: what was measured, zero, closed and
 * missing. Null without any row in it. An hour is missing when any part of it inside opening hours is.
 */
export async function readCoverage(
	{ db }: Context,
	actor: Actor,
	{ queueId, untilMs, timeZone }: { queueId: string; untilMs: number; timeZone: string }
): Promise<Coverage | null> {
	requireRight(actor, 'forecast.view');
	const zone = openTimeZone(timeZone)!;
	const lastMidnight = Math.ceil((untilMs + zone.offsetMs(untilMs)) / DAY_MS) * DAY_MS;
	const endMs = midnight(lastMidnight, zone);
	const fromMs = midnight(lastMidnight - COVERAGE_DAYS * DAY_MS, zone);
	const { rows } = await db.client.execute({
		sql: `SELECT start_at, offered, interval_seconds FROM interval_facts
			WHERE queue_id = ?1 AND start_at >= ?2 AND start_at < ?3 AND interval_seconds = (
				SELECT interval_seconds FROM interval_facts WHERE queue_id = ?1 AND start_at >= ?2 AND start_at < ?3
				GROUP BY 1 ORDER BY max(start_at) - min(start_at) DESC, 1 LIMIT 1)
			ORDER BY start_at`,
		args: [queueId, fromMs, endMs]
	});
	if (rows.length === 0) return null;
	const intervalSeconds = Number(rows[0]!.interval_seconds);
	const facts = rows.map((row, at) => ({
		line: at + 1,
		startMs: Number(row.start_at),
		queue: queueId,
		channel: null,
		offered: Number(row.offered),
		answered: null,
		abandoned: null,
		ahtSeconds: null
	}));
	const [{ history }] = toCallHistories({ rows: facts, intervalSeconds, timeZone }, intervalSeconds) as [
		ReturnType<typeof toCallHistories>[0]
	];
	const width = DAY_MS / 1000 / intervalSeconds;
	const closed = closedParts(history);
	const worked = workedWeekdays(history, width);
	const states = Array.from(history.offered, (offered, at): CoverageState => {
		if (history.known[at]) return offered > 0 ? 'measured' : 'zero';
		const weekday = weekdayOf(history.firstDay + Math.floor(at / width));
		return !worked[weekday] || closed[weekday * width + (at % width)] ? 'closed' : 'missing';
	});
	const counts: Coverage['counts'] = { measured: 0, zero: 0, closed: 0, missing: 0 };
	for (const state of states) counts[state]++;
	const perHour = Math.max(1, width / HOURS);
	const hourOf = (day: number, hour: number) => {
		const at = day * width + Math.floor((hour * width) / HOURS);
		const parts = states.slice(at, at + perHour);
		const offered = history.offered.subarray(at, at + perHour);
		return {
			state: together(parts),
			offered: offered.reduce((sum, n, k) => sum + (history.known[at + k] ? n : 0), 0)
		};
	};
	return {
		queueId,
		intervalSeconds,
		counts,
		days: Array.from({ length: history.dayCount }, (_, day) => ({
			day: new Date((history.firstDay + day) * DAY_MS).toISOString().slice(0, 10),
			hours: Array.from({ length: HOURS }, (_, hour) => hourOf(day, hour))
		})),
		gaps: gapsOf(states, history.firstDay, width, intervalSeconds, zone).reverse()
	};
}

/** A local midnight, or the hour's end where the clocks skip it. */
function midnight(localMs: number, zone: TimeZone): number {
	const local = zone.fromLocal(localMs);
	return local.kind === 'never' ? localMs - zone.offsetMs(localMs - DAY_MS) : local.utcMs;
}

/** Weekdays (from Sunday) of which at least half have a row. */
function workedWeekdays({ dayCount, firstDay, known }: CallHistory, width: number): boolean[] {
	const [seen, all] = [new Array<number>(7).fill(0), new Array<number>(7).fill(0)];
	for (let day = 0; day < dayCount; day++) {
		const weekday = weekdayOf(firstDay + day);
		all[weekday]!++;
		if (known.subarray(day * width, (day + 1) * width).includes(1)) seen[weekday]!++;
	}
	return seen.map((days, weekday) => days > 0 && days >= all[weekday]! / 2);
}

function together(parts: readonly CoverageState[]): CoverageState {
	for (const state of ['missing', 'measured', 'zero'] as const) if (parts.includes(state)) return state;
	return 'closed';
}

/** Missing intervals on end, within a day; closed hours between them do not part them. */
function gapsOf(
	states: readonly CoverageState[],
	firstDay: number,
	width: number,
	intervalSeconds: number,
	zone: TimeZone
): CoverageGap[] {
	const stepMs = intervalSeconds * 1000;
	const gaps: CoverageGap[] = [];
	for (let from = 0; from < states.length; from += width) {
		const day = states.slice(from, from + width);
		const isWholeDay = !day.includes('measured') && !day.includes('zero');
		const dayStart = (firstDay + from / width) * DAY_MS;
		let open: { first: number; last: number; intervals: number } | null = null;
		const close = () => {
			if (!open) return;
			const at = (interval: number) => {
				const local = zone.fromLocal(dayStart + interval * stepMs);
				return local.kind === 'never' ? dayStart + interval * stepMs - zone.offsetMs(dayStart) : local.utcMs;
			};
			gaps.push({
				fromAt: at(open.first),
				toAt: at(open.last) + stepMs,
				intervals: open.intervals,
				isWholeDay
			});
			open = null;
		};
		day.forEach((state, interval) => {
			if (state === 'missing') {
				if (open) Object.assign(open, { last: interval, intervals: open.intervals + 1 });
				else open = { first: interval, last: interval, intervals: 1 };
			} else if (state !== 'closed') close();
		});
		close();
	}
	return gaps;
}
