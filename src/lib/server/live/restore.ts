import { isFolded, type LoggedEvent } from '#lib/contracts/events.ts';
import type { Context } from '../context.ts';
import { SourceClock } from './source-clock.ts';
import type { LiveState } from './live-state.ts';
import { LONGEST_SILENCE_MS } from './lost-contact.ts';
import { projectedSeq } from './projection.ts';

/** Reads of the event log that the restart needs; the log's own domain provides them. */
export interface LogReader {
	readContacts(ids: readonly string[], uptoSeq: number): Promise<LoggedEvent[][]>;
	readAfter(seq: number, limit: number): Promise<LoggedEvent[]>;
	/** An agent's states from the one that was running at `fromMs` on, in the order of the log. */
	readAgentStates(agent: string, fromMs: number, uptoSeq: number): Promise<LoggedEvent[]>;
}

const CHUNK = 20_000;

/** What had news of late, and what is still open: a letter may wait for weeks. */
const STILL_COUNTING = `SELECT id FROM contacts WHERE source = ?1 AND (last_event_at >= ?2 OR last_event_at >= ?2 - ${LONGEST_SILENCE_MS} AND EXISTS (
	SELECT 1 FROM visits WHERE contact_id = contacts.id AND (outcome = 'waiting' OR outcome = 'answered' AND handled_until IS NULL)))`;

function recall(state: LiveState, source: string, lastEventAt: number): void {
	if (!state.sources.has(source)) state.sources.set(source, new SourceClock());
	state.sources.get(source)!.recall(lastEventAt);
}

/**
 * Brings the state to where the log is: first what was stored of the contacts and agents that still count, then the
 * events that came after the last stored fold.
 */
export async function restoreState(ctx: Context, state: LiveState, log: LogReader): Promise<void> {
	const wallMs = ctx.now();
	const cursor = await projectedSeq(ctx);
	const contactSources = await ctx.db.client.execute(
		'SELECT source, max(last_event_at) AS last FROM contacts GROUP BY source'
	);
	for (const row of contactSources.rows) recall(state, String(row.source), Number(row.last));
	const agentSources = await ctx.db.client.execute(
		`SELECT id, (SELECT source FROM event_log WHERE agent = agents.id ORDER BY at DESC, seq DESC LIMIT 1) AS source,
			(SELECT max(at) FROM event_log WHERE agent = agents.id) AS last FROM agents`
	);
	for (const row of agentSources.rows) {
		if (row.source === null) continue;
		recall(state, String(row.source), Number(row.last));
		const agent = state.agents.get(String(row.id));
		if (agent) agent.source = String(row.source);
	}
	for (const source of state.sources.keys()) {
		const { rows } = await ctx.db.client.execute({
			sql: STILL_COUNTING,
			args: [source, state.horizonOf(source, wallMs)]
		});
		for (const events of await log.readContacts(
			rows.map((row) => String(row.id)),
			cursor
		))
			state.restore(events);
	}
	for (const [id, { source }] of state.agents) {
		if (source === null) continue;
		const horizon = state.horizonOf(source, wallMs);
		state.restoreAgent(id, await log.readAgentStates(id, horizon, cursor), horizon);
	}
	state.seq = cursor;
	for (let from = cursor; ;) {
		const events = await log.readAfter(from, CHUNK);
		if (events.length === 0) return;
		await applyLogged(state, events, wallMs, log);
		from = events.at(-1)!.seq;
	}
}

/** Folds events of the log in, after bringing back what memory has let go of their contacts. */
export async function applyLogged(
	state: LiveState,
	events: readonly LoggedEvent[],
	wallMs: number,
	log: LogReader
): Promise<void> {
	if (events.length === 0) return;
	const uptoSeq = events[0]!.seq - 1;
	const asked = new Set<string>();
	const contacts: LoggedEvent[][] = [];
	// While the log is read, memory may let go of others: it is done when nothing is missing any more.
	for (;;) {
		const missing = new Set<string>();
		for (const { type, data } of events)
			if (isFolded(type) && data.contact && !asked.has(data.contact) && state.lacksHistory(data.contact))
				missing.add(data.contact);
		const agents = lateAgents(state, events);
		if (missing.size === 0 && agents.size === 0) break;
		for (const id of missing) asked.add(id);
		contacts.push(...(await log.readContacts([...missing], uptoSeq)));
		for (const [id, since] of agents)
			state.restoreAgent(id, await log.readAgentStates(id, since, uptoSeq), since);
	}
	for (const earlier of contacts) state.restore(earlier);
	state.apply(events, wallMs);
}

/** Agents with a state that is older than what memory holds of them, and from when on the log is to be asked. */
function lateAgents(state: LiveState, events: readonly LoggedEvent[]): Map<string, number> {
	const since = new Map<string, number>();
	for (const { type, at, data } of events) {
		if (type !== 'marea.agent.state' || !state.agents.get(data.agent!)?.fold.lacksHistory(at)) continue;
		since.set(data.agent!, Math.min(at, since.get(data.agent!) ?? Infinity));
	}
	return since;
}
