import type { Context } from '../context.ts';
import type { TimeZone } from '../history/index.ts';
import { localOffsetSql } from './local-offset-sql.ts';
import { midnightOf } from './midnight-of.ts';

/** What came in an interval or a day. */
export interface Actual {
	at: number;
	offered: number;
	/** Weighted by contacts; null where none was measured. */
	ahtSeconds: number | null;
}

const DAY_SECONDS = 86_400;

/**
 * What came between two instants, by queue, summed to intervals or days of the local clock; with `together` all the
 * queues as one, under the key ''. Where a queue has counts of different grain, those that reach furthest are read.
 * Rights are the caller's.
 */
export async function readActuals(
	{ db }: Context,
	zone: TimeZone,
	wanted: { fromAt: number; toAt: number; intervalSeconds: number; queueIds: readonly string[] },
	together = false
): Promise<Map<string, Actual[]>> {
	const { fromAt, toAt, intervalSeconds, queueIds } = wanted;
	if (queueIds.length === 0 || !(fromAt < toAt)) return new Map();
	const marks = queueIds.map(() => '?').join(',');
	const { rows: grains } = await db.client.execute({
		sql: `SELECT queue_id, interval_seconds, max(start_at) - min(start_at) AS span FROM interval_facts
			WHERE queue_id IN (${marks}) AND start_at >= ? AND start_at < ? AND interval_seconds <= ?
			GROUP BY queue_id, interval_seconds ORDER BY span, interval_seconds DESC`,
		args: [...queueIds, fromAt, toAt, intervalSeconds]
	});
	const grainOf = new Map(grains.map((row) => [String(row.queue_id), Number(row.interval_seconds)]));
	if (grainOf.size === 0) return new Map();
	const local = `(start_at + ${localOffsetSql(zone, 'start_at', wanted)})`;
	const slot =
		intervalSeconds === DAY_SECONDS
			? `${local} / ${DAY_SECONDS * 1000}`
			: `start_at - ${local} % ${intervalSeconds * 1000}`;
	const key = together ? "''" : 'f.queue_id';
	const { rows } = await db.client.execute({
		sql: `WITH grain (queue_id, seconds) AS (VALUES ${[...grainOf].map(() => '(?,?)').join(',')})
			SELECT ${key} AS queue, ${slot} AS slot, sum(offered) AS offered,
				sum(aht_seconds * offered) / nullif(sum(CASE WHEN aht_seconds IS NULL THEN 0 ELSE offered END), 0) AS aht
			FROM grain JOIN interval_facts f ON f.queue_id = grain.queue_id AND f.interval_seconds = grain.seconds
			WHERE start_at >= ? AND start_at < ? GROUP BY 1, 2 ORDER BY 1, 2`,
		args: [...[...grainOf].flat(), fromAt, toAt]
	});
	return Map.groupBy(
		rows.map((row) => ({
			queue: String(row.queue),
			at: intervalSeconds === DAY_SECONDS ? midnightOf(Number(row.slot), zone) : Number(row.slot),
			offered: Number(row.offered),
			ahtSeconds: row.aht === null ? null : Number(row.aht)
		})),
		({ queue }) => queue
	);
}
