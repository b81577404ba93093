import type { LoggedEvent } from '#lib/contracts/events.ts';
import type { Context } from '../context.ts';
import { SourceClock } from './source-clock.ts';
import type { LiveState } from './live-state.ts';
import { projectedSeq } from './projection.ts';

/** Reads of the event log that the restart needs; the log's own domain provides them. */
export interface LogReader {
	readContacts(ids: readonly string[], uptoSeq: number): Promise<LoggedEvent[][]>;
	readAfter(seq: number, limit: number): Promise<LoggedEvent[]>;
	/** An agent's states from the one that was running at `fromMs` on. */
	readAgentStates(agent: string, fromMs: number, uptoSeq: number): Promise<LoggedEvent[]>;
}

const CHUNK = 20_000;

/**
 * Brings the state to where the log is: first what was stored of the contacts and agents that still count, then the
 * events that came after the last stored fold.
 */
export async function restoreState(ctx: Context, state: LiveState, log: LogReader): Promise<void> {
	const wallMs = ctx.now();
	const cursor = await projectedSeq(ctx);
	const sources = await ctx.db.client.execute('SELECT source, max(last_event_at) AS last FROM contacts GROUP BY source');
	for (const row of sources.rows) {
		const clock = new SourceClock();
		clock.recall(Number(row.last));
		state.sources.set(String(row.source), clock);
	}
	for (const source of state.sources.keys()) {
		const horizon = state.horizonOf(source, wallMs);
		const { rows } = await ctx.db.client.execute({
			sql: `SELECT id FROM contacts WHERE last_event_at >= ? AND source = ?`,
			args: [horizon, source]
		});
		for (const events of await log.readContacts(rows.map((row) => String(row.id)), cursor)) state.restore(events);
		for (const agent of state.agents.keys()) {
			const events = await log.readAgentStates(agent, horizon, cursor);
			if (events[0]?.source === source) state.restoreAgent(events);
		}
	}
	state.seq = cursor;
	for (let from = cursor; ; ) {
		const events = await log.readAfter(from, CHUNK);
		if (events.length === 0) return;
		await applyLogged(state, events, wallMs, log);
		from = events.at(-1)!.seq;
	}
}

/** Folds events of the log in, after bringing back what memory has let go of their contacts. */
export async function applyLogged(state: LiveState, events: readonly LoggedEvent[], wallMs: number, log: LogReader): Promise<void> {
	if (events.length === 0) return;
	const missing = new Set<string>();
	for (const { data } of events) if (data.contact && state.lacksHistory(data.contact)) missing.add(data.contact);
	if (missing.size > 0)
		for (const earlier of await log.readContacts([...missing], events[0]!.seq - 1)) state.restore(earlier);
	state.apply(events, wallMs);
}
