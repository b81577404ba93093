import type { Context } from '../context.ts';
import type { Arrival, Arrivals } from './arrivals.ts';
import type { DayGrid } from './day-grid.ts';

const HOUR_MS = 3_600_000;

/**
 * What the log says of each interval, the counting of the live numbers. An interval without a contact counts as
 * zero while the feed is known to have been alive: some queue had a contact within the hour before and within the
 * hour after. The interval in which the log begins is not whole and counts as not measured, unless it is the day's
 * first.
 */
export async function countVisits(
	{ db }: Context,
	{ fromAt, toAt, stepMs, count }: DayGrid,
	queueIds: readonly string[]
): Promise<Arrivals> {
	const byQueue = new Map<string, (Arrival | null)[]>();
	if (queueIds.length === 0) return { byQueue, latestAt: null };
	const { rows } = await db.client.execute({
		sql: `SELECT queue_id, CAST((entered_at - ?) / ? AS INTEGER) AS slot, count(*) AS offered, max(entered_at) AS latest,
				sum(handled_until IS NOT NULL) AS handled,
				sum(CASE WHEN handled_until IS NULL THEN 0 ELSE talk_ms + hold_ms + wrap_ms END) AS work_ms
			FROM visits WHERE queue_id IN (${queueIds.map(() => '?').join(',')}) AND entered_at >= ? AND entered_at < ?
			GROUP BY 1, 2`,
		args: [fromAt, stepMs, ...queueIds, fromAt, toAt]
	});
	if (rows.length === 0) return { byQueue, latestAt: null };
	const { rows: begins } = await db.client.execute(
		'SELECT min(first) AS first FROM (SELECT (SELECT min(entered_at) FROM visits WHERE queue_id = queues.id) AS first FROM queues)'
	);
	const firstAt = Number(begins[0]!.first);
	const busy = new Set(rows.map((row) => Number(row.slot)));
	const reach = Math.max(1, Math.ceil(HOUR_MS / stepMs));
	const near = (slot: number, direction: 1 | -1) => {
		for (let k = 1; k <= reach; k++) if (busy.has(slot + direction * k)) return true;
		return false;
	};
	const isAlive = Array.from({ length: count }, (_, slot) => {
		if (fromAt + slot * stepMs < firstAt && slot > 0) return false;
		return busy.has(slot) || (near(slot, -1) && near(slot, 1));
	});
	for (const queueId of queueIds)
		byQueue.set(
			queueId,
			isAlive.map((alive) => (alive ? { offered: 0, handled: 0, workSeconds: 0 } : null))
		);
	for (const row of rows) {
		const slots = byQueue.get(String(row.queue_id))!;
		if (slots[Number(row.slot)] === null) continue;
		slots[Number(row.slot)] = {
			offered: Number(row.offered),
			handled: Number(row.handled),
			workSeconds: Number(row.work_ms) / 1000
		};
	}
	return { byQueue, latestAt: Math.max(...rows.map((row) => Number(row.latest))) };
}
