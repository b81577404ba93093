import type { ServiceLevelVariant, VisitOutcome } from '#lib/contracts/terms.ts';
import { serviceLevel } from '#lib/contracts/service-level.ts';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { bookVisit, emptyTally, type Tally } from '../live/index.ts';
import { intervalStarts } from './interval-starts.ts';
import type { IntervalRange } from './parse-range.ts';

export const INTERVAL_COLUMNS = [
	'queue',
	'intervalStart',
	'offered',
	'answered',
	'abandoned',
	'answeredInThreshold',
	'abandonedInThreshold',
	'shortAbandoned',
	'serviceLevel',
	'asaSeconds',
	'ahtSeconds',
	'talkSeconds'
] as const;

export interface IntervalRow {
	queue: string;
	/** ISO 8601, UTC. */
	intervalStart: string;
	offered: number;
	answered: number;
	abandoned: number;
	answeredInThreshold: number;
	abandonedInThreshold: number;
	shortAbandoned: number;
	serviceLevel: number | null;
	asaSeconds: number | null;
	ahtSeconds: number | null;
	talkSeconds: number | null;
}

const PAGE = 50_000;

/**
 * What entered each queue in each interval, with the outcome booked back to the entry: the same counting as the live
 * numbers. Intervals in which nothing entered have no row.
 */
export async function readIntervals(ctx: Context, actor: Actor, range: IntervalRange, timeZone: string): Promise<IntervalRow[]> {
	requireRight(actor, 'live.view');
	const starts = intervalStarts(range, timeZone);
	const limits = await readLimits(ctx);
	const tallies = new Map<string, Map<number, Tally>>();
	for (let offset = 0; ; offset += PAGE) {
		const { rows } = await ctx.db.client.execute({
			sql: `SELECT queue_id, entered_at, outcome, left_at, handled_until, talk_ms, hold_ms, wrap_ms FROM visits
				WHERE entered_at >= ? AND entered_at < ? ${range.queue === null ? '' : 'AND queue_id = ?'}
				ORDER BY queue_id, entered_at, contact_id, ordinal LIMIT ${PAGE} OFFSET ${offset}`,
			args: [range.fromMs, range.toMs, ...(range.queue === null ? [] : [range.queue])]
		});
		for (const row of rows) {
			const queue = String(row.queue_id);
			const enteredAt = Number(row.entered_at);
			const start = lastAtOrBefore(starts, enteredAt);
			if (!tallies.has(queue)) tallies.set(queue, new Map());
			const ofQueue = tallies.get(queue)!;
			if (!ofQueue.has(start)) ofQueue.set(start, emptyTally());
			const visit = {
				queue,
				enteredAt,
				outcome: row.outcome as VisitOutcome,
				leftAt: row.left_at === null ? null : Number(row.left_at),
				agent: null,
				handledUntil: row.handled_until === null ? null : Number(row.handled_until),
				talkMs: Number(row.talk_ms),
				holdMs: Number(row.hold_ms),
				wrapMs: Number(row.wrap_ms)
			};
			bookVisit(ofQueue.get(start)!, visit, limits.get(queue)!, 1);
		}
		if (rows.length < PAGE) break;
	}
	return [...tallies].flatMap(([queue, byStart]) =>
		[...byStart].map(([start, tally]) => intervalRow(queue, start, tally, limits.get(queue)!.variant))
	);
}

function intervalRow(queue: string, startMs: number, tally: Tally, variant: ServiceLevelVariant): IntervalRow {
	const { offered, answered, abandoned, answeredInThreshold, abandonedInThreshold, shortAbandoned, handled } = tally;
	return {
		queue,
		intervalStart: new Date(startMs).toISOString(),
		offered,
		answered,
		abandoned,
		answeredInThreshold,
		abandonedInThreshold,
		shortAbandoned,
		serviceLevel: serviceLevel(variant, tally),
		asaSeconds: answered > 0 ? tally.answeredWaitMs / 1000 / answered : null,
		ahtSeconds: handled > 0 ? (tally.talkMs + tally.holdMs + tally.wrapMs) / 1000 / handled : null,
		talkSeconds: handled > 0 ? tally.talkMs / 1000 / handled : null
	};
}

async function readLimits({ db }: Context) {
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

/** Index search in sorted starts; the caller's range guarantees that one exists. */
function lastAtOrBefore(starts: readonly number[], at: number): number {
	let [low, high] = [0, starts.length - 1];
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (starts[middle]! <= at) low = middle;
		else high = middle - 1;
	}
	return starts[low]!;
}
