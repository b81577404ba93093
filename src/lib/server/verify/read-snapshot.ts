import type { Row } from '@libsql/client';
import type { LoggedEvent } from '#lib/contracts/events.ts';
import { isFolded } from '#lib/contracts/events.ts';
import type { Context } from '../context.ts';
import { readEvents } from '../ingest/index.ts';
import { compareEvents, PROJECTION_CURSOR } from '../live/index.ts';

const PAGE = 20_000;

/** Everything that is derived, as of one instant, and the log as far as it went then. */
export interface Snapshot {
	contacts: Row[];
	visits: Row[];
	messages: Row[];
	agentStates: Row[];
	/** The events of each contact and agent, in the order of their own time. */
	eventsOfContact: Map<string, LoggedEvent[]>;
	statesOfAgent: Map<string, LoggedEvent[]>;
	/** Contacts and agents with events that the projection has not reached: their rows may still be behind. */
	pendingContacts: Set<string>;
	pendingAgents: Set<string>;
	events: number;
}

/** One transaction for what changes; the log after it, in pages: what stands in it never changes. */
export async function readSnapshot(ctx: Context): Promise<Snapshot> {
	const [cursorRow, last, contacts, visits, messages, agentStates] = await ctx.db.client.batch(
		[
			{ sql: 'SELECT value FROM settings WHERE key = ?', args: [PROJECTION_CURSOR] },
			'SELECT coalesce(max(seq), 0) AS seq FROM event_log',
			'SELECT * FROM contacts',
			'SELECT * FROM visits ORDER BY contact_id, ordinal',
			'SELECT contact_id, ordinal, at, party, text, language, score FROM messages ORDER BY contact_id, ordinal',
			'SELECT * FROM agent_states ORDER BY agent_id, from_at, id'
		],
		'read'
	);
	const cursor = cursorRow!.rows.length ? Number(JSON.parse(String(cursorRow!.rows[0]!.value))) : 0;
	const lastSeq = Number(last!.rows[0]!.seq);
	const snapshot: Snapshot = {
		contacts: contacts!.rows,
		visits: visits!.rows,
		messages: messages!.rows,
		agentStates: agentStates!.rows,
		eventsOfContact: new Map(),
		statesOfAgent: new Map(),
		pendingContacts: new Set(),
		pendingAgents: new Set(),
		events: 0
	};
	for (let from = 0; ;) {
		const events = await readEvents(ctx, 'seq > ? AND seq <= ?', [from, lastSeq], PAGE);
		for (const event of events) sort(snapshot, event, event.seq > cursor);
		if (events.length < PAGE) break;
		from = events.at(-1)!.seq;
	}
	for (const list of snapshot.eventsOfContact.values()) list.sort(compareEvents);
	for (const list of snapshot.statesOfAgent.values()) list.sort(compareEvents);
	return snapshot;
}

function sort(snapshot: Snapshot, event: LoggedEvent, isPending: boolean): void {
	snapshot.events++;
	if (!isFolded(event.type)) return;
	const isState = event.type === 'marea.agent.state';
	const id = isState ? event.data.agent : event.data.contact;
	if (!id) return;
	const lists = isState ? snapshot.statesOfAgent : snapshot.eventsOfContact;
	const list = lists.get(id);
	if (list) list.push(event);
	else lists.set(id, [event]);
	if (isPending) (isState ? snapshot.pendingAgents : snapshot.pendingContacts).add(id);
}
