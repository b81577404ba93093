import type { Client, InStatement } from '@libsql/client';
import type { Context } from '../context.ts';
import { setCursor } from './cursor.ts';
import type { AgentFold } from './fold/agent-fold.ts';
import type { LiveContact } from './live-parts.ts';
import type { LiveState } from './live-state.ts';
import { storedContact, type StoredValue } from './stored-contact.ts';

type AgentChange = ReturnType<AgentFold['takeChanges']>;
type Values = (string | number | null)[];

// Each statement takes its rows as one JSON text: a statement a row would be prepared anew for each.

const columns = (count: number): string =>
	Array.from({ length: count }, (_, i) => `value ->> ${i}`).join(', ');

/** A contact that is stored already is brought up to date, but for its id: setting that would look for all that refer to it. */
function storeContactsSql(columns: readonly string[]): string {
	const others = columns.filter((column) => column !== 'id');
	return `INSERT INTO contacts (${columns.join(', ')})
	SELECT ${columns.map((_, i) => `value ->> ${i}`).join(', ')} FROM json_each(?) WHERE true
	ON CONFLICT (id) DO UPDATE SET ${others.map((column) => `${column} = excluded.${column}`).join(', ')}`;
}

/** Visits beyond those that a contact has now. */
const CUT_VISITS = `DELETE FROM visits WHERE rowid IN
	(SELECT v.rowid FROM json_each(?) AS c JOIN visits AS v ON v.contact_id = c.value ->> 0 AND v.ordinal >= c.value ->> 1)`;

const STORE_VISITS = `INSERT INTO visits (contact_id, ordinal, queue_id, entered_at, outcome, left_at, agent_id, handled_until, talk_ms, hold_ms, wrap_ms)
	SELECT ${columns(11)} FROM json_each(?) WHERE true
	ON CONFLICT (contact_id, ordinal) DO UPDATE SET queue_id = excluded.queue_id, entered_at = excluded.entered_at, outcome = excluded.outcome,
	left_at = excluded.left_at, agent_id = excluded.agent_id, handled_until = excluded.handled_until, talk_ms = excluded.talk_ms,
	hold_ms = excluded.hold_ms, wrap_ms = excluded.wrap_ms`;

const STORE_MESSAGES = `INSERT OR REPLACE INTO messages (contact_id, ordinal, at, party, text, language, score, with_bot)
	SELECT ${columns(8)} FROM json_each(?)`;

const CUT_SPANS = `DELETE FROM agent_states WHERE id IN
	(SELECT s.id FROM json_each(?) AS a JOIN agent_states AS s ON s.agent_id = a.value ->> 0 AND s.from_at >= a.value ->> 1)`;

const STORE_SPANS = `INSERT INTO agent_states (agent_id, state, reason, from_at, to_at) SELECT ${columns(5)} FROM json_each(?)`;

const withRows = (sql: string, rows: Values[]): InStatement[] =>
	rows.length > 0 ? [{ sql, args: [JSON.stringify(rows)] }] : [];

const visitRows = ({ fold }: LiveContact): Values[] =>
	fold.visits.map((visit, ordinal) => [
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
	]);

const newMessageRows = ({ fold, scores, storedMessages }: LiveContact): Values[] =>
	fold.messages
		.slice(storedMessages)
		.map(({ at, party, text, language, withBot }, i) => [
			fold.id,
			storedMessages + i,
			at,
			party,
			text,
			language,
			scores[storedMessages + i] ?? null,
			withBot ? 1 : 0
		]);

function contactRows(contacts: readonly LiveContact[]): InStatement[] {
	const rows = contacts.map(({ fold, scores }) => storedContact(fold, scores));
	if (rows.length === 0) return [];
	return withRows(storeContactsSql(Object.keys(rows[0]!)), rows.map(Object.values<StoredValue>));
}

const contactStatements = (contacts: readonly LiveContact[]): InStatement[] => [
	...contactRows(contacts),
	...withRows(
		CUT_VISITS,
		contacts.map(({ fold }) => [fold.id, fold.visits.length])
	),
	...withRows(STORE_VISITS, contacts.flatMap(visitRows)),
	...withRows(STORE_MESSAGES, contacts.flatMap(newMessageRows))
];

/** Rewrites each agent's spans from the first that changed on. */
const agentStatements = (changes: ReadonlyMap<string, AgentChange>): InStatement[] => [
	...withRows(
		CUT_SPANS,
		[...changes].map(([agent, { fromAt }]) => [agent, fromAt])
	),
	...withRows(
		STORE_SPANS,
		[...changes].flatMap(([agent, { spans }]) =>
			spans.map(({ state, reason, fromAt, toAt }) => [agent, state, reason, fromAt, toAt])
		)
	)
];

/** As many as are stored within a few hundredths of a second: nothing else happens meanwhile. */
const CONTACTS_PER_TRANSACTION = 1_000;

/**
 * Stores the folds that events have changed since the last time, and how far in the log they reach. Cut off at any
 * point, the next start folds again from the stored place and comes to the same rows.
 */
export async function projectChanges({ db }: Context, state: LiveState): Promise<void> {
	const contacts = [...state.changedContacts];
	const agents = [...state.changedAgents];
	if (contacts.length + agents.length === 0) return;
	const cursor = setCursor(state);
	// Agents' spans are stored as of the cursor: read back, they must not tell of events that come after it.
	const changes = new Map<string, AgentChange>();
	for (const id of agents) {
		const change = state.agents.get(id)!.fold.takeChanges();
		if (change.fromAt < Infinity) changes.set(id, change);
	}
	for (const id of contacts) state.storing.contacts.add(id);
	for (const id of agents) state.storing.agents.add(id);
	state.changedContacts.clear();
	state.changedAgents.clear();
	try {
		for (let i = 0; i < contacts.length; i += CONTACTS_PER_TRANSACTION) {
			await storeContacts(db.client, state, contacts.slice(i, i + CONTACTS_PER_TRANSACTION));
			await new Promise(setImmediate);
		}
		await db.client.batch([...agentStatements(changes), cursor], 'write');
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
	await client.batch(contactStatements(some), 'write');
	// A contact folded anew meanwhile (a late event) has its messages in another order: all are to be stored again.
	some.forEach((contact, i) => {
		if (contact.fold === stored[i]!.fold) contact.storedMessages = stored[i]!.messages;
	});
}
