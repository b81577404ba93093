import type { Client } from '@libsql/client';
import type { BotTally } from './fold/bot-tally.ts';
import type { Tally } from './fold/queue-tally.ts';
import { readJson } from './stored-folds.ts';

/** From the day and a half before a queue's latest entry on, as far as memory counts. */
const RECENT_VISITS = `queues AS q JOIN visits AS v ON v.queue_id = q.id
	AND v.entered_at >= (SELECT min(?1, max(entered_at)) - ?2 FROM visits WHERE queue_id = q.id)`;

/** Minutes of this long before now are told one by one: the sliding windows and the curves lie within. */
const RECENT_MS = 130 * 60_000;
/** Earlier ones by the quarter of an hour, told as its first minute: days and longer windows begin at one. */
const QUARTER = 15;

/** What each queue's stored visits come to by minute of entry: the counting of queue-tally.ts in the database's words. */
export async function readMinuteTallies(
	client: Client,
	wallMs: number,
	keptMs: number
): Promise<{ queue: string; minute: number; tally: Tally }[]> {
	const rows = await readJson<[string, number, ...number[]]>(
		client,
		`queue, minute, offered, answered, abandoned, flowed, answered_in, abandoned_in, short, answered_ms, abandoned_ms, handled, talk, hold, wrap)) FROM (
			SELECT q.id AS queue, iif(v.entered_at >= ?1 - ${RECENT_MS}, v.entered_at / 60000, v.entered_at / ${QUARTER * 60_000} * ${QUARTER}) AS minute, count(*) AS offered,
				sum(v.outcome = 'answered') AS answered, sum(v.outcome = 'abandoned') AS abandoned, sum(v.outcome = 'flowed-out') AS flowed,
				sum(v.outcome = 'answered' AND v.left_at - v.entered_at <= q.service_level_threshold_seconds * 1000) AS answered_in,
				sum(v.outcome = 'abandoned' AND v.left_at - v.entered_at <= q.service_level_threshold_seconds * 1000) AS abandoned_in,
				sum(v.outcome = 'abandoned' AND v.left_at - v.entered_at <= q.short_abandon_seconds * 1000) AS short,
				sum(CASE v.outcome WHEN 'answered' THEN v.left_at - v.entered_at ELSE 0 END) AS answered_ms,
				sum(CASE v.outcome WHEN 'abandoned' THEN v.left_at - v.entered_at ELSE 0 END) AS abandoned_ms,
				count(v.handled_until) AS handled, sum(iif(v.handled_until IS NULL, 0, v.talk_ms)) AS talk,
				sum(iif(v.handled_until IS NULL, 0, v.hold_ms)) AS hold, sum(iif(v.handled_until IS NULL, 0, v.wrap_ms)) AS wrap
			FROM ${RECENT_VISITS} GROUP BY 1, 2 LIMIT -1)`,
		[wallMs, keptMs]
	);
	return rows.map(([queue, minute, ...counts]) => {
		const [
			offered,
			answered,
			abandoned,
			flowedOut,
			answeredInThreshold,
			abandonedInThreshold,
			shortAbandoned
		] = counts as [number, number, number, number, number, number, number];
		const [answeredWaitMs, abandonedWaitMs, handled, talkMs, holdMs, wrapMs] = counts.slice(7) as [
			number,
			number,
			number,
			number,
			number,
			number
		];
		return {
			queue,
			minute,
			tally: {
				offered,
				answered,
				abandoned,
				flowedOut,
				answeredInThreshold,
				abandonedInThreshold,
				shortAbandoned,
				answeredWaitMs,
				abandonedWaitMs,
				handled,
				talkMs,
				holdMs,
				wrapMs
			}
		};
	});
}

/** How many left each queue in each of the recent minutes. */
export const readDepartures = (
	client: Client,
	wallMs: number,
	keptMs: number
): Promise<[queue: string, minute: number, departed: number][]> =>
	readJson(
		client,
		`queue, minute, n)) FROM (SELECT q.id AS queue, v.left_at / 60000 AS minute, count(*) AS n
			FROM ${RECENT_VISITS} WHERE v.left_at >= ?1 - ${RECENT_MS} GROUP BY 1, 2 LIMIT -1)`,
		[wallMs, keptMs]
	);

/** Closed bot conversations of a source's contacts with news at or after an instant, by minute of their beginning. */
export const readBotCounts = (
	client: Client,
	source: string,
	lastEventFrom: number
): Promise<[minute: number, outcome: keyof BotTally, count: number][]> =>
	readJson(
		client,
		`minute, outcome, n)) FROM (SELECT coalesce(bot_started_at, started_at) / 60000 AS minute, bot_outcome AS outcome, count(*) AS n FROM contacts
			WHERE source = ?1 AND last_event_at >= ?2 AND bot_outcome <> 'active' GROUP BY 1, 2 LIMIT -1)`,
		[source, lastEventFrom]
	);
