import type { Client } from '@libsql/client';
import type { BotTally } from './fold/bot-tally.ts';
import type { VisitOutcome } from '#lib/contracts/terms.ts';
import { book, emptyTally, type Tally, type Thresholds } from './fold/queue-tally.ts';
import { readJson } from './stored-folds.ts';

/** From the day and a half before a queue's latest entry on, as far as memory counts. */
const RECENT_VISITS = `queues AS q JOIN visits AS v ON v.queue_id = q.id
	AND v.entered_at >= (SELECT min(?1, max(entered_at)) - ?2 FROM visits WHERE queue_id = q.id)`;

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
 * What each queue's stored visits come to, by the counting of every booking. As rows in order of their queue: adding
 * them up in the database takes twice as long as reading them.
 *
 * @param limits the queue's; undefined for one that is not set up
 */
export async function readStoredCounts(
	client: Client,
	wallMs: number,
	keptMs: number,
	limits: (queue: string) => Thresholds | undefined
): Promise<Map<string, StoredCounts>> {
	const rows = await readJson<VisitValues>(
		client,
		`id, entered_at, outcome, left_at, handled_until, talk_ms, hold_ms, wrap_ms)) FROM (
			SELECT q.id, v.entered_at, v.outcome, v.left_at, v.handled_until, v.talk_ms, v.hold_ms, v.wrap_ms FROM ${RECENT_VISITS} LIMIT -1)`,
		[wallMs, keptMs]
	);
	const recentFrom = wallMs - RECENT_MS;
	const byQueue = new Map<string, StoredCounts>();
	for (const [queue, enteredAt, outcome, leftAt, handledUntil, talkMs, holdMs, wrapMs] of rows) {
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
