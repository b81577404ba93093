import { isFolded, type LoggedEvent } from '#lib/contracts/events.ts';
import type { Context } from '../context.ts';
import { readCursor } from './cursor.ts';
import type { ContactFold } from './fold/contact-fold.ts';
import type { LiveState } from './live-state.ts';
import { projectChanges } from './projection.ts';
import { recallCounts } from './recall-counts.ts';

/** Reads of the event log that the restart needs; the log's own domain provides them. */
export interface LogReader {
	readContacts(ids: readonly string[], uptoSeq: number): Promise<LoggedEvent[][]>;
	/** Contacts as they are stored. */
	readStubs(ids: readonly string[]): Promise<ContactFold[]>;
	readAfter(seq: number, limit: number): Promise<LoggedEvent[]>;
	/** An agent's states from the one that was running at `fromMs` on, in the order of the log. */
	readAgentStates(agent: string, fromMs: number, uptoSeq: number): Promise<LoggedEvent[]>;
}

const CHUNK = 20_000;

/**
 * Brings the state to where the log is, so that every number of the floor is right: the stored folds are added up in
 * the database, what is open is folded from its events, and so is what came after the last stored fold. The contacts
 * that are over follow with `recallRest()`. Folds stored by another version of the folding are left alone: everything
 * is folded from the log again.
 */
export async function restoreState(ctx: Context, state: LiveState, log: LogReader): Promise<void> {
	const wallMs = ctx.now();
	const { seq, sources } = await readCursor(ctx);
	state.seq = seq;
	if (seq > 0) await recallCounts(ctx, state, log, sources);
	for (let from = seq; ;) {
		const events = await log.readAfter(from, CHUNK);
		if (events.length === 0) return;
		await applyLogged(state, events, wallMs, log);
		from = events.at(-1)!.seq;
		if (events.length < CHUNK) continue;
		// A long way to go: what is old need not stay.
		await projectChanges(ctx, state);
		state.forget(wallMs);
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
		if (state.isRecalling && missing.size > 0) {
			const unknown = [...missing].filter((id) => !state.contacts.has(id));
			for (const fold of await log.readStubs(unknown)) state.attach(fold);
		}
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
		const fold = type === 'marea.agent.state' && state.agents.get(data.agent!)?.fold;
		if (!fold || !fold.lacksHistory(at)) continue;
		since.set(data.agent!, Math.min(at, since.get(data.agent!) ?? Infinity));
	}
	return since;
}
