import type { InStatement } from '@libsql/client';
import type { Context } from '../context.ts';
import { addTally, bookVisit, emptyTally, type Tally } from '../live/index.ts';
import { readLimits, visitOf } from './read-intervals.ts';

/** Archived counts are kept by this: finer intervals of that time show them where the quarter begins. */
const ARCHIVE_MS = 15 * 60_000;

/** Statements that add the visits of contacts (ids as a JSON list) to the archive of intervals; they go with the contacts' removal. */
export async function archiveVisits(ctx: Context, contactIds: string): Promise<InStatement[]> {
	const limits = await readLimits(ctx);
	const { rows } = await ctx.db.client.execute({
		sql: `SELECT queue_id, entered_at, outcome, left_at, agent_id, handled_until, talk_ms, hold_ms, wrap_ms FROM visits
			WHERE contact_id IN (SELECT value FROM json_each(?))`,
		args: [contactIds]
	});
	const tallies = new Map<string, { queue: string; startAt: number; tally: Tally; visits: number }>();
	for (const visit of rows.map(visitOf)) {
		const startAt = Math.floor(visit.enteredAt / ARCHIVE_MS) * ARCHIVE_MS;
		const key = `${visit.queue}\n${startAt}`;
		let sum = tallies.get(key);
		if (!sum) tallies.set(key, (sum = { queue: visit.queue, startAt, tally: emptyTally(), visits: 0 }));
		bookVisit(sum.tally, visit, limits.get(visit.queue)!, 1);
		sum.visits++;
	}
	if (tallies.size === 0) return [];
	const list = [...tallies.values()];
	const { rows: before } = await ctx.db.client.execute({
		sql: `SELECT queue_id, start_at, tally, visits FROM interval_archive WHERE (queue_id, start_at) IN
			(SELECT value ->> 0, value ->> 1 FROM json_each(?))`,
		args: [JSON.stringify(list.map(({ queue, startAt }) => [queue, startAt]))]
	});
	for (const row of before) {
		const sum = tallies.get(`${String(row.queue_id)}\n${Number(row.start_at)}`)!;
		addTally(sum.tally, JSON.parse(String(row.tally)) as Tally);
		sum.visits += Number(row.visits);
	}
	return [
		{
			sql: `INSERT INTO interval_archive (queue_id, start_at, tally, visits)
				SELECT value ->> 0, value ->> 1, value -> 2, value ->> 3 FROM json_each(?1) WHERE true
				ON CONFLICT (queue_id, start_at) DO UPDATE SET tally = excluded.tally, visits = excluded.visits`,
			args: [JSON.stringify(list.map(({ queue, startAt, tally, visits }) => [queue, startAt, tally, visits]))]
		}
	];
}
