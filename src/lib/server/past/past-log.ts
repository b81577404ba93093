import type { LoggedEvent } from '#lib/contracts/events.ts';
import type { AgentState } from '#lib/contracts/terms.ts';
import type { Context } from '../context.ts';
import { readEvents, readWholeFrom } from '../ingest/index.ts';
import { LONGEST_SILENCE_MS, readJson } from '../live/index.ts';

const DAY_MS = 86_400_000;
/** A contact that began longer before a day than this, and says nothing on it, is left out. */
const LONGEST_CONTACT_MS = 90 * DAY_MS;
const AMONG = '(SELECT value FROM json_each(?))';

/** A place in the log by the events' own time: after this event. */
export interface Place {
	at: number;
	seq: number;
}

/** The place before everything that happened at `ms` or later. */
export const placeBefore = (ms: number): Place => ({ at: ms - 1, seq: Number.MAX_SAFE_INTEGER });

/** The next events after a place, up to and with those of `untilMs`. */
export const readNext = (
	ctx: Context,
	after: Place,
	untilMs: number,
	limit: number
): Promise<LoggedEvent[]> =>
	readEvents(ctx, '(at, seq) > (?, ?) AND at <= ?', [after.at, after.seq, untilMs], limit, 'at, seq');

/** What happened to these contacts up to and with a place, each contact's events together. */
export async function readHistory(
	ctx: Context,
	contacts: readonly string[],
	upto: Place
): Promise<LoggedEvent[][]> {
	if (contacts.length === 0) return [];
	const where = `contact IN ${AMONG} AND (at, seq) <= (?, ?)`;
	const events = await readEvents(ctx, where, [JSON.stringify(contacts), upto.at, upto.seq]);
	return [...Map.groupBy(events, ({ data }) => data.contact!).values()];
}

/** Those of the contacts that began before an instant. */
export async function readBegunBefore(
	{ db }: Context,
	contacts: readonly string[],
	ms: number
): Promise<string[]> {
	if (contacts.length === 0) return [];
	const rows = await readJson<[string]>(
		db.client,
		`id)) FROM contacts WHERE id IN ${AMONG} AND started_at < ?`,
		[JSON.stringify(contacts), ms]
	);
	return rows.map(([id]) => id);
}

/** Contacts that may have been under way at an instant: begun before it and heard of since, or open and not yet lost. */
export async function readUnderWay({ db }: Context, ms: number): Promise<string[]> {
	const rows = await readJson<[string]>(
		db.client,
		`id)) FROM (
			SELECT id FROM contacts WHERE started_at >= ?1 - ${LONGEST_CONTACT_MS} AND started_at < ?1 AND last_event_at >= ?1
			UNION SELECT contact_id FROM visits WHERE handled_until IS NULL AND outcome IN ('waiting', 'answered')
				AND (SELECT started_at < ?1 AND last_event_at >= ?1 - ${LONGEST_SILENCE_MS} FROM contacts WHERE id = contact_id) LIMIT -1)`,
		[ms]
	);
	return rows.map(([id]) => id);
}

/** The state that each agent was in just before an instant, and since when without another between: of two states at one instant the later stored is the later. */
export const readAgentsBefore = (
	{ db }: Context,
	ms: number
): Promise<[agent: string, state: AgentState, reason: string | null, since: number][]> =>
	readJson(
		db.client,
		`agent_id, state, reason, coalesce(since, from_at))) FROM (
			SELECT s.agent_id, s.state, s.reason, s.from_at, (
				SELECT min(r.from_at) FROM agent_states AS r WHERE r.agent_id = s.agent_id AND r.from_at <= s.from_at
					AND (r.from_at, r.id) > (SELECT from_at, id FROM (
						SELECT p.from_at, p.id FROM agent_states AS p WHERE p.agent_id = s.agent_id AND p.from_at <= s.from_at
							AND (p.state <> s.state OR p.reason IS NOT s.reason) ORDER BY p.from_at DESC, p.id DESC LIMIT 1)
						UNION ALL SELECT -9e15, -1 ORDER BY 1 DESC LIMIT 1)) AS since
			FROM agents AS a JOIN agent_states AS s ON s.id = (
				SELECT id FROM agent_states WHERE agent_id = a.id AND from_at < ? ORDER BY from_at DESC, id DESC LIMIT 1) LIMIT -1)`,
		[ms]
	);

/** Moods of what customers said, by its words: scored once, when it was taken in. */
export async function readScores(
	{ db }: Context,
	contacts: readonly string[],
	fromMs: number,
	untilMs: number
): Promise<[text: string, score: number | null][]> {
	if (contacts.length === 0) return [];
	return readJson(
		db.client,
		`text, score)) FROM messages WHERE contact_id IN ${AMONG} AND party = 'customer' AND at BETWEEN ? AND ?`,
		[JSON.stringify(contacts), fromMs, untilMs]
	);
}

/** When the first event of the kept log happened; null where it is empty. */
export async function readKeptFrom(ctx: Context): Promise<number | null> {
	const { rows } = await ctx.db.client.execute('SELECT min(at) AS at FROM event_log');
	if (rows[0]!.at === null) return null;
	// Of what lies before, the retention has left single events.
	return Math.max(Number(rows[0]!.at), (await readWholeFrom(ctx)) ?? -Infinity);
}
