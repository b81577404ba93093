import type { Context } from '../context.ts';
import type { HistoryRow } from './history-file.ts';

export interface QueueFacts {
	queueId: string;
	intervalSeconds: number;
	rows: HistoryRow[];
}

/**
 * The stored counts of each queue in order of time. Where a queue has histories of different grain, the one that
 * covers most is read: sums of both would count twice.
 */
export async function readFacts(
	{ db }: Context,
	queueIds: readonly string[],
	fromMs = 0
): Promise<QueueFacts[]> {
	const facts: QueueFacts[] = [];
	for (const queueId of queueIds) {
		const { rows } = await db.client.execute({
			sql: `SELECT start_at, interval_seconds, offered, answered, abandoned, aht_seconds FROM interval_facts
				WHERE queue_id = ?1 AND start_at >= ?2 AND interval_seconds = (
					SELECT interval_seconds FROM interval_facts WHERE queue_id = ?1
					GROUP BY interval_seconds ORDER BY max(start_at) - min(start_at) DESC, interval_seconds LIMIT 1)
				ORDER BY start_at`,
			args: [queueId, fromMs]
		});
		if (rows.length === 0) continue;
		facts.push({
			queueId,
			intervalSeconds: Number(rows[0]!.interval_seconds),
			rows: rows.map((row, i) => ({
				line: i + 1,
				startMs: Number(row.start_at),
				queue: queueId,
				channel: null,
				offered: Number(row.offered),
				answered: row.answered === null ? null : Number(row.answered),
				abandoned: row.abandoned === null ? null : Number(row.abandoned),
				ahtSeconds: row.aht_seconds === null ? null : Number(row.aht_seconds)
			}))
		});
	}
	return facts;
}
