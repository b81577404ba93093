import type { Context } from '../context.ts';
import type { Arrival } from './arrivals.ts';
import type { DayGrid } from './day-grid.ts';

interface Part {
	slot: number;
	offered: number;
	ahtSeconds: number | null;
}

/**
 * What the imported history says of each interval. Finer counts are summed; an interval of which a part is missing
 * counts as not measured, but for the last of the day, which closing cuts short.
 */
export async function countFacts(
	{ db }: Context,
	{ fromAt, toAt, stepMs, count }: DayGrid,
	queueIds: readonly string[]
): Promise<Map<string, (Arrival | null)[]>> {
	if (queueIds.length === 0) return new Map();
	const { rows } = await db.client.execute({
		sql: `SELECT queue_id, interval_seconds, start_at, offered, aht_seconds FROM interval_facts
			WHERE queue_id IN (${queueIds.map(() => '?').join(',')}) AND start_at >= ? AND start_at < ? AND interval_seconds <= ?`,
		args: [...queueIds, fromAt, toAt, stepMs / 1000]
	});
	const byQueue = new Map<string, (Arrival | null)[]>();
	for (const [queueId, ofQueue] of Map.groupBy(rows, (row) => String(row.queue_id))) {
		const grain = Math.min(...ofQueue.map((row) => Number(row.interval_seconds)));
		const parts = ofQueue
			.filter((row) => Number(row.interval_seconds) === grain)
			.map((row): Part => ({
				slot: Math.floor((Number(row.start_at) - fromAt) / stepMs),
				offered: Number(row.offered),
				ahtSeconds: row.aht_seconds === null ? null : Number(row.aht_seconds)
			}));
		byQueue.set(queueId, sumParts(parts, count, stepMs / 1000 / grain));
	}
	return byQueue;
}

function sumParts(parts: readonly Part[], count: number, wanted: number): (Arrival | null)[] {
	const bySlot = Map.groupBy(parts, ({ slot }) => slot);
	const last = Math.max(...bySlot.keys());
	return Array.from({ length: count }, (_, slot) => {
		const here = bySlot.get(slot);
		if (!here || (here.length < wanted && slot !== last)) return null;
		const timed = here.filter(({ ahtSeconds }) => ahtSeconds !== null);
		return {
			offered: here.reduce((sum, { offered }) => sum + offered, 0),
			handled: timed.reduce((sum, { offered }) => sum + offered, 0),
			workSeconds: timed.reduce((sum, { offered, ahtSeconds }) => sum + offered * ahtSeconds!, 0)
		};
	});
}
