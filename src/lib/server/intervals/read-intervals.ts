import type { InValue, Row } from '@libsql/client';
import type { ServiceLevelVariant, VisitOutcome } from '#lib/contracts/terms.ts';
import { requireRight, scopeOf } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import type { Tally, Visit } from '../live/index.ts';
import { IntervalCounter, type QueueLimits } from './interval-counter.ts';
import type { IntervalRow } from './interval-row.ts';
import { intervalStarts } from './interval-starts.ts';
import type { IntervalRange } from './parse-range.ts';

const PAGE = 50_000;
const KEY = 'queue_id, entered_at, contact_id, ordinal';

/**
 * What entered each queue in each interval, with the outcome booked back to the entry: the same counting as the live
 * numbers. Intervals in which nothing entered have no row.
 */
export async function readIntervals(
	ctx: Context,
	actor: Actor,
	range: IntervalRange,
	timeZone: string
): Promise<IntervalRow[]> {
	requireRight(actor, 'live.view', { queue: range.queue });
	const queues = range.queue === null ? scopeOf(actor)?.queues : [range.queue];
	return countIntervals(ctx, intervalStarts(range, timeZone), range.toMs, queues && [...queues]);
}

/**
 * The same for intervals that begin at the given instants, in order; the last lasts until `toMs`. For domains: rights
 * are the caller's.
 */
export async function countIntervals(
	ctx: Context,
	starts: readonly number[],
	toMs: number,
	queues: readonly string[] | null = null
): Promise<IntervalRow[]> {
	if (starts.length === 0 || starts[0]! >= toMs) return [];
	const limits = await readLimits(ctx);
	const counter = new IntervalCounter(starts, limits);
	const archived = await ctx.db.client.execute({
		sql: `SELECT queue_id, start_at, tally FROM interval_archive WHERE start_at >= ? AND start_at < ? ${queues === null ? '' : 'AND queue_id IN (SELECT value FROM json_each(?))'}`,
		args: [starts[0]!, toMs, ...(queues === null ? [] : [JSON.stringify(queues)])]
	});
	for (const row of archived.rows)
		if (limits.has(String(row.queue_id)))
			counter.addTally(String(row.queue_id), Number(row.start_at), JSON.parse(String(row.tally)) as Tally);
	// Pages go on from the last row's key: visits stored meanwhile shift no row from one page to the next.
	let after: InValue[] = [];
	for (;;) {
		const { rows } = await ctx.db.client.execute({
			sql: `SELECT ${KEY}, outcome, left_at, agent_id, handled_until, talk_ms, hold_ms, wrap_ms FROM visits
				WHERE entered_at >= ? AND entered_at < ? ${queues === null ? '' : 'AND queue_id IN (SELECT value FROM json_each(?))'}
				${after.length ? `AND (${KEY}) > (?,?,?,?)` : ''} ORDER BY ${KEY} LIMIT ${PAGE}`,
			args: [starts[0]!, toMs, ...(queues === null ? [] : [JSON.stringify(queues)]), ...after]
		});
		// A queue that was found meanwhile is news of after the question.
		for (const row of rows) if (limits.has(String(row.queue_id))) counter.add(visitOf(row));
		const last = rows.at(-1);
		if (!last || rows.length < PAGE) return counter.rows();
		after = [last.queue_id, last.entered_at, last.contact_id, last.ordinal] as InValue[];
	}
}

const instant = (value: unknown): number | null => (value === null ? null : Number(value));

/** A stored visit, as the fold had it. */
export const visitOf = (row: Row): Visit => ({
	queue: String(row.queue_id),
	enteredAt: Number(row.entered_at),
	outcome: row.outcome as VisitOutcome,
	leftAt: instant(row.left_at),
	agent: row.agent_id === null ? null : String(row.agent_id),
	handledUntil: instant(row.handled_until),
	talkMs: Number(row.talk_ms),
	holdMs: Number(row.hold_ms),
	wrapMs: Number(row.wrap_ms)
});

export async function readLimits({ db }: Context): Promise<Map<string, QueueLimits>> {
	const { rows } = await db.client.execute(
		'SELECT id, service_level_variant, service_level_threshold_seconds, short_abandon_seconds FROM queues'
	);
	return new Map(
		rows.map((row) => [
			String(row.id),
			{
				variant: row.service_level_variant as ServiceLevelVariant,
				thresholdSeconds: Number(row.service_level_threshold_seconds),
				shortAbandonSeconds: Number(row.short_abandon_seconds)
			}
		])
	);
}
