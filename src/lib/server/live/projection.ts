import type { Client, InStatement } from '@libsql/client';
import type { Context } from '../context.ts';
import type { AgentFold } from './fold/agent-fold.ts';
import type { LiveContact, LiveState } from './live-state.ts';

type AgentChange = ReturnType<AgentFold['takeChanges']>;

/** Where the stored folds have come to in the event log. */
export const PROJECTION_CURSOR = 'projected_seq';

function contactStatements({ fold, scores, storedMessages }: LiveContact, isDemo: boolean): InStatement[] {
	const last = fold.visits.at(-1);
	return [
		{
			sql: `INSERT INTO contacts (id, source, channel, customer, language, intent, queue_id, agent_id, started_at, ended_at, last_event_at, bot_outcome, csat, is_demo)
				VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)
				ON CONFLICT (id) DO UPDATE SET source = excluded.source, channel = excluded.channel, customer = excluded.customer, language = excluded.language,
				intent = excluded.intent, queue_id = excluded.queue_id, agent_id = excluded.agent_id, started_at = excluded.started_at,
				ended_at = excluded.ended_at, last_event_at = excluded.last_event_at, bot_outcome = excluded.bot_outcome, csat = excluded.csat`,
			args: [
				fold.id,
				fold.source,
				fold.channel,
				fold.customer,
				fold.language,
				fold.intent,
				last?.queue ?? null,
				last?.agent ?? null,
				fold.startedAt,
				fold.endedAt,
				fold.lastEventAt,
				fold.bot?.outcome ?? null,
				fold.csat,
				isDemo ? 1 : 0
			]
		},
		{ sql: 'DELETE FROM visits WHERE contact_id = ? AND ordinal >= ?', args: [fold.id, fold.visits.length] },
		...fold.visits.map((visit, ordinal) => ({
			sql: `INSERT OR REPLACE INTO visits (contact_id, ordinal, queue_id, entered_at, outcome, left_at, agent_id, handled_until, talk_ms, hold_ms, wrap_ms)
				VALUES (?,?,?,?,?,?,?,?,?,?,?)`,
			args: [
				fold.id,
				ordinal,
				visit.queue,
				visit.enteredAt,
				visit.outcome,
				visit.leftAt,
				visit.agent,
				visit.handledUntil,
				visit.talkMs,
				visit.holdMs,
				visit.wrapMs
			]
		})),
		...fold.messages.slice(storedMessages).map((message, i) => ({
			sql: 'INSERT OR REPLACE INTO messages (contact_id, ordinal, at, party, text, language, score) VALUES (?,?,?,?,?,?,?)',
			args: [
				fold.id,
				storedMessages + i,
				message.at,
				message.party,
				message.text,
				message.language,
				scores[storedMessages + i] ?? null
			]
		}))
	];
}

/** Rewrites the spans from the first that changed on. */
function agentStatements(agent: string, { fromAt, spans }: AgentChange): InStatement[] {
	return [
		{ sql: 'DELETE FROM agent_states WHERE agent_id = ? AND from_at >= ?', args: [agent, fromAt] },
		...spans.map((span) => ({
			sql: 'INSERT INTO agent_states (agent_id, state, reason, from_at, to_at) VALUES (?,?,?,?,?)',
			args: [agent, span.state, span.reason, span.fromAt, span.toAt]
		}))
	];
}

const CONTACTS_PER_TRANSACTION = 1_000;

/**
 * Stores the folds that events have changed since the last time, and how far in the log they reach. Cut off at any
 * point, the next start folds again from the stored place and comes to the same rows.
 */
export async function projectChanges({ db }: Context, state: LiveState): Promise<void> {
	const seq = state.seq;
	const contacts = [...state.changedContacts];
	const agents = [...state.changedAgents];
	if (contacts.length + agents.length === 0) return;
	for (const id of contacts) state.storing.contacts.add(id);
	for (const id of agents) state.storing.agents.add(id);
	state.changedContacts.clear();
	state.changedAgents.clear();
	const changes = new Map<string, AgentChange>();
	try {
		for (let i = 0; i < contacts.length; i += CONTACTS_PER_TRANSACTION)
			await storeContacts(db.client, state, contacts.slice(i, i + CONTACTS_PER_TRANSACTION));
		for (const id of agents) changes.set(id, state.agents.get(id)!.fold.takeChanges());
		const agentRows = [...changes].flatMap(([id, change]) => agentStatements(id, change));
		await db.client.batch([...agentRows, setCursor(seq)], 'write');
	} catch (error) {
		for (const id of contacts) state.changedContacts.add(id);
		for (const id of agents) state.changedAgents.add(id);
		for (const [id, { fromAt }] of changes) state.agents.get(id)!.fold.changed(fromAt);
		throw error;
	} finally {
		state.storing.contacts.clear();
		state.storing.agents.clear();
	}
}

async function storeContacts(client: Client, state: LiveState, ids: string[]): Promise<void> {
	const some = ids.map((id) => state.contacts.get(id)!);
	const stored = some.map(({ fold }) => ({ fold, messages: fold.messages.length }));
	await client.batch(
		some.flatMap((contact) => contactStatements(contact, isDemoSource(contact.fold.source))),
		'write'
	);
	// A contact folded anew meanwhile (a late event) has its messages in another order: all are to be stored again.
	some.forEach((contact, i) => {
		if (contact.fold === stored[i]!.fold) contact.storedMessages = stored[i]!.messages;
	});
}

const setCursor = (seq: number): InStatement => ({
	sql: `INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
	args: [PROJECTION_CURSOR, JSON.stringify(seq)]
});

export async function projectedSeq({ db }: Context): Promise<number> {
	const { rows } = await db.client.execute({
		sql: 'SELECT value FROM settings WHERE key = ?',
		args: [PROJECTION_CURSOR]
	});
	return rows.length ? Number(JSON.parse(String(rows[0]!.value))) : 0;
}

/** Events of this source are the running demo's. */
export const DEMO_SOURCE = 'marea-demo';
export const isDemoSource = (source: string): boolean => source === DEMO_SOURCE;
