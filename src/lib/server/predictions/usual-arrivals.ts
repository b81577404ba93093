import type { Context } from '../context.ts';
import type { ExpectedSpan } from './known-ahead.ts';

const WEEK_MS = 7 * 86_400_000;
const WEEKS = [1, 2, 3, 4];
const SLOT_MS = 900_000;
/** One week is an anecdote. */
const FEWEST_WEEKS = 2;

/** What came at this time of the same weekday in the weeks before, on average: imported counts, else those of the log. */
export async function usualArrivals(
	ctx: Context,
	fromMs: number,
	toMs: number
): Promise<Map<string, ExpectedSpan[]>> {
	const start = Math.floor(fromMs / SLOT_MS) * SLOT_MS;
	const weeks = await Promise.all(
		WEEKS.map((back) => slotsOf(ctx, start - back * WEEK_MS, toMs - back * WEEK_MS))
	);
	const usual = new Map<string, ExpectedSpan[]>();
	for (const queue of new Set(weeks.flatMap((week) => [...week.keys()]))) {
		const known = weeks.flatMap((week) => week.get(queue) ?? []);
		if (known.length < FEWEST_WEEKS) continue;
		usual.set(
			queue,
			Array.from({ length: Math.ceil((toMs - start) / SLOT_MS) }, (_, slot) => ({
				fromMs: start + slot * SLOT_MS,
				toMs: start + (slot + 1) * SLOT_MS,
				offered: known.reduce((sum, slots) => sum + (slots.get(slot) ?? 0), 0) / known.length,
				ahtSeconds: null
			}))
		);
	}
	return usual;
}

type Slots = Map<number, number>;

/** Contacts by queue and quarter of an hour; a queue that was not counted then is left out. */
async function slotsOf({ db }: Context, fromMs: number, toMs: number): Promise<Map<string, Slots>> {
	const byQueue = new Map<string, Slots>();
	const add = (queue: string, slot: number, count: number) => {
		let slots = byQueue.get(queue);
		if (!slots) byQueue.set(queue, (slots = new Map()));
		slots.set(slot, (slots.get(slot) ?? 0) + count);
	};
	const [facts, visits] = await Promise.all([
		db.client.execute({
			sql: `SELECT queue_id, start_at, interval_seconds, offered FROM interval_facts
				WHERE start_at > ?1 - 3600000 AND start_at < ?2 AND interval_seconds <= 3600`,
			args: [fromMs, toMs]
		}),
		db.client.execute({
			sql: `SELECT q.id AS queue_id, CAST((v.entered_at - ?1) / ?3 AS INTEGER) AS slot, count(*) AS offered
				FROM queues q JOIN visits v ON v.queue_id = q.id AND v.entered_at >= ?1 AND v.entered_at < ?2
				GROUP BY 1, 2`,
			args: [fromMs, toMs, SLOT_MS]
		})
	]);
	for (const [queue, rows] of Map.groupBy(facts.rows, (row) => String(row.queue_id))) {
		// Histories of different grain would count twice.
		const grain = Math.min(...rows.map((row) => Number(row.interval_seconds)));
		const parts = Math.max(1, (grain * 1000) / SLOT_MS);
		for (const row of rows)
			if (Number(row.interval_seconds) === grain)
				for (let part = 0; part < parts; part++) {
					const at = Number(row.start_at) + part * SLOT_MS;
					if (at >= fromMs && at < toMs)
						add(queue, Math.floor((at - fromMs) / SLOT_MS), Number(row.offered) / parts);
				}
	}
	const counted = new Set(byQueue.keys());
	for (const row of visits.rows)
		if (!counted.has(String(row.queue_id))) add(String(row.queue_id), Number(row.slot), Number(row.offered));
	return byQueue;
}
