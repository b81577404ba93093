import type { Client } from '@libsql/client';
import type { BotTally } from './fold/bot-tally.ts';
import type { VisitOutcome } from '#lib/contracts/terms.ts';
import { book, emptyTally, type Tally, type Thresholds } from './fold/queue-tally.ts';
import { readJson } from './stored-folds.ts';

const COUNTED = 'queue_id = q.id AND entered_at >= q.from_at';
/**
 * Of each queue: from when on it is counted (a day and a half before its latest entry, as far as memory counts), how many
 * visits that is, and the first of their rows.
 */
const REACH = `id, from_at, (SELECT count(*) FROM visits WHERE ${COUNTED}),
	(SELECT min(rowid) FROM visits WHERE ${COUNTED}))) FROM
	(SELECT id, (SELECT min(?1, max(entered_at)) - ?2 FROM visits WHERE queue_id = queues.id) AS from_at FROM queues LIMIT -1) AS q
	WHERE from_at IS NOT NULL`;
type Reach = [queue: string, fromAt: number, visits: number, firstRow: number];

const VISIT = 'queue_id, entered_at, outcome, left_at, handled_until, talk_ms, hold_ms, wrap_ms';
/** All rows from one on, in their own order: half the cost of looking each of them up. */
const SIDE_BY_SIDE = `${VISIT})) FROM (SELECT * FROM visits NOT INDEXED WHERE rowid >= ?1 LIMIT -1)`;
const LOOKED_UP = `${VISIT})) FROM (SELECT v.* FROM json_each(?1) AS q
	CROSS JOIN visits AS v ON v.queue_id = q.value ->> 0 AND v.entered_at >= q.value ->> 1 LIMIT -1)`;
/** Reading so many rows costs as much as looking one up. */
const ROWS_A_LOOK_UP = 2;

/**
 * Rows are in the order in which visits were stored first, so that those of the last days lie side by side at the end; but
 * for those of a queue whose latest entry is long ago.
 *
 * @returns the first row from which all are to be read; the queues that are better looked up
 */
function planRead(reaches: readonly Reach[], lastRow: number): { firstRow: number; lookedUp: Reach[] } {
	const latestFirst = reaches.toSorted((a, b) => b[3] - a[3]);
	let side = 0;
	let visits = 0;
	for (const [i, [, , n, firstRow]] of latestFirst.entries()) {
		visits += n;
		if (lastRow - firstRow < ROWS_A_LOOK_UP * visits) side = i + 1;
	}
	return { firstRow: latestFirst[side - 1]?.[3] ?? Infinity, lookedUp: latestFirst.slice(side) };
}

const MINUTE_MS = 60_000;
/** Minutes of this long before now are told one by one: the sliding windows and the curves lie within. */
const RECENT_MS = 130 * 60_000;
/** Earlier ones by the quarter of an hour, told as its first minute: days and longer windows begin at one. */
const QUARTER = 15;

type VisitValues = [
	queue: string,
	enteredAt: number,
	outcome: VisitOutcome,
	leftAt: number | null,
	handledUntil: number | null,
	talkMs: number,
	holdMs: number,
	wrapMs: number
];

export interface StoredCounts {
	/** By minute of entry. */
	entered: Map<number, Tally>;
	/** How many left the queue in each of the recent minutes. */
	departed: Map<number, number>;
}

/**
 * What each queue's stored visits come to, by the counting of every booking: adding them up in the database takes twice
 * as long as reading them.
 *
 * @param limits the queue's; undefined for one that is not set up
 */
export async function readStoredCounts(
	client: Client,
	wallMs: number,
	keptMs: number,
	limits: (queue: string) => Thresholds | undefined
): Promise<Map<string, StoredCounts>> {
	const reaches = await readJson<Reach>(client, REACH, [wallMs, keptMs]);
	const last = await client.execute('SELECT max(rowid) FROM visits');
	const { firstRow, lookedUp } = planRead(reaches, Number(last.rows[0]![0]));
	const byQueue = new Map<string, StoredCounts>();
	const count = (rows: readonly VisitValues[], counted: ReadonlyMap<string, number>): void => {
		for (const [queue, enteredAt, outcome, leftAt, handledUntil, talkMs, holdMs, wrapMs] of rows) {
			if (!(enteredAt >= counted.get(queue)!)) continue;
			const thresholds = limits(queue);
			if (!thresholds) continue;
			let counts = byQueue.get(queue);
			if (!counts) byQueue.set(queue, (counts = { entered: new Map(), departed: new Map() }));
			const minute = Math.floor(enteredAt / MINUTE_MS);
			const key = enteredAt >= recentFrom ? minute : Math.floor(minute / QUARTER) * QUARTER;
			let tally = counts.entered.get(key);
			if (!tally) counts.entered.set(key, (tally = emptyTally()));
			const visit = { queue, enteredAt, outcome, leftAt, agent: null, handledUntil, talkMs, holdMs, wrapMs };
			book(tally, visit, thresholds, 1);
			if (leftAt === null || leftAt < recentFrom) continue;
			const left = Math.floor(leftAt / MINUTE_MS);
			counts.departed.set(left, (counts.departed.get(left) ?? 0) + 1);
		}
	};
	const recentFrom = wallMs - RECENT_MS;
	const fromAt = (some: readonly Reach[]) => new Map(some.map(([queue, from]) => [queue, from]));
	if (firstRow < Infinity) {
		const beside = fromAt(reaches.filter((reach) => !lookedUp.includes(reach)));
		count(await readJson<VisitValues>(client, SIDE_BY_SIDE, [firstRow]), beside);
	}
	if (lookedUp.length > 0)
		count(await readJson<VisitValues>(client, LOOKED_UP, [JSON.stringify(lookedUp)]), fromAt(lookedUp));
	return byQueue;
}

/** Closed bot conversations of a source's contacts with news at or after an instant, by minute of their beginning and queue. */
export const readBotCounts = (
	client: Client,
	source: string,
	lastEventFrom: number
): Promise<[minute: number, outcome: keyof BotTally, queue: string | null, count: number][]> =>
	readJson(
		client,
		`minute, outcome, queue, n)) FROM (SELECT coalesce(bot_started_at, started_at) / 60000 AS minute, bot_outcome AS outcome,
			bot_queue AS queue, count(*) AS n FROM contacts
			WHERE source = ?1 AND last_event_at >= ?2 AND bot_outcome <> 'active' GROUP BY 1, 2, 3 LIMIT -1)`,
		[source, lastEventFrom]
	);
