import { openDatabase } from '#lib/server/db/open-database.ts';
import type { Context } from '#lib/server/context.ts';
import { SYSTEM } from '#lib/server/context.ts';
import {
	IntervalCounter,
	intervalStarts,
	readLimits,
	type IntervalRange,
	type IntervalRow
} from '#lib/server/intervals/index.ts';
import { compareEvents, foldContact } from '#lib/server/live/index.ts';
import { readEvents } from '#lib/server/ingest/index.ts';
import { verifyLog, type VerifyReport } from '#lib/server/verify/index.ts';

export interface LogRecomputation {
	/** The ids of the log, as often as they stand in it. */
	ids: string[];
	intervals: IntervalRow[];
	/** By queue. */
	waiting: Map<string, number>;
	verify: VerifyReport;
}

/** Opens a server's database beside it and works out from the log alone what it must say. */
export async function recomputeFromLog(url: string, range: IntervalRange): Promise<LogRecomputation> {
	const db = await openDatabase(url, 'drizzle');
	const ctx: Context = { db, now: Date.now };
	try {
		const events = await readEvents(ctx, 'seq > ?', [0]);
		const folded = events.filter(({ data }) => data.contact);
		const counter = new IntervalCounter(intervalStarts(range, 'UTC'), await readLimits(ctx));
		const waiting = new Map<string, number>();
		for (const list of Map.groupBy(folded, ({ data }) => data.contact!).values()) {
			const fold = foldContact(list.sort(compareEvents));
			for (const visit of fold.visits) counter.add(visit);
			if (fold.waiting) waiting.set(fold.waiting.queue, (waiting.get(fold.waiting.queue) ?? 0) + 1);
		}
		return {
			ids: events.map(({ id }) => id),
			intervals: counter.rows(),
			waiting,
			verify: await verifyLog(ctx, SYSTEM)
		};
	} finally {
		db.close();
	}
}
