import type { Client, InValue } from '@libsql/client';
import type { Channel, VisitOutcome } from '#lib/contracts/terms.ts';
import type { BotOutcome, ContactFold, Visit } from './fold/contact-fold.ts';

/** One JSON text for all rows: the driver's own rows cost several times as much. */
export async function readJson<Row>(client: Client, select: string, args: InValue[]): Promise<Row[]> {
	const { rows } = await client.execute({ sql: `SELECT json_group_array(json_array(${select}`, args });
	return JSON.parse(String(rows[0]![0])) as Row[];
}

/** A visit that waits or is being handled; in the words of the index `visits_open`. */
const OPEN = "handled_until IS NULL AND outcome IN ('waiting', 'answered')";

/** Contacts that are in a queue, with an agent or with a bot by what is stored, of those with news at or after an instant. */
export async function readOpenContacts(
	client: Client,
	source: string,
	lastEventFrom: number
): Promise<string[]> {
	const open = await readJson<[string]>(
		client,
		`id)) FROM (
			SELECT DISTINCT contact_id AS id FROM visits WHERE ${OPEN} AND (SELECT source = ?1 AND last_event_at >= ?2 FROM contacts WHERE id = contact_id)
			UNION SELECT id FROM contacts WHERE source = ?1 AND last_event_at >= ?2 AND bot_outcome = 'active' LIMIT -1)`,
		[source, lastEventFrom]
	);
	return open.map(([id]) => id);
}

type ContactValues = [
	id: string,
	source: string,
	channel: Channel | null,
	customer: string | null,
	language: string | null,
	intent: string | null,
	startedAt: number,
	endedAt: number | null,
	lastEventAt: number,
	botOutcome: BotOutcome | null,
	botStartedAt: number | null,
	botQueue: string | null,
	csat: number | null
];
type VisitValues = [
	contact: string,
	queue: string,
	enteredAt: number,
	outcome: VisitOutcome,
	leftAt: number | null,
	agent: string | null,
	handledUntil: number | null,
	talkMs: number,
	holdMs: number,
	wrapMs: number
];

/**
 * Contacts as they are stored: what they were counted as, without the words. What is open cannot be told from it.
 *
 * @param where a condition on `contacts AS c`
 */
export async function readStubs(client: Client, where: string, args: InValue[]): Promise<ContactFold[]> {
	const contacts = await readJson<ContactValues>(
		client,
		`id, source, channel, customer, language, intent, started_at, ended_at, last_event_at, bot_outcome, bot_started_at, bot_queue, csat))
			FROM contacts AS c WHERE ${where}`,
		args
	);
	const folds = new Map<string, ContactFold>();
	for (const [
		id,
		source,
		channel,
		customer,
		language,
		intent,
		startedAt,
		endedAt,
		lastEventAt,
		bot,
		botAt,
		botQueue,
		csat
	] of contacts)
		folds.set(id, {
			id,
			source,
			channel,
			customer,
			language,
			intent,
			startedAt,
			endedAt,
			lastEventAt,
			priority: null,
			bot: bot && {
				id: null,
				outcome: bot,
				startedAt: botAt ?? startedAt,
				endedAt: null,
				path: '',
				queue: botQueue,
				reason: null
			},
			visits: [],
			messages: [],
			csat,
			waiting: null,
			handling: null
		});
	const visits = await readJson<VisitValues>(
		client,
		`contact_id, queue_id, entered_at, outcome, left_at, agent_id, handled_until, talk_ms, hold_ms, wrap_ms))
			FROM (SELECT v.* FROM contacts AS c JOIN visits AS v ON v.contact_id = c.id WHERE ${where} ORDER BY v.contact_id, v.ordinal LIMIT -1)`,
		args
	);
	for (const values of visits) {
		folds.get(values[0])?.visits.push(visitOf(values));
	}
	return [...folds.values()];
}

const visitOf = ([
	,
	queue,
	enteredAt,
	outcome,
	leftAt,
	agent,
	handledUntil,
	talkMs,
	holdMs,
	wrapMs
]: VisitValues): Visit => ({
	queue,
	enteredAt,
	outcome,
	leftAt,
	agent,
	handledUntil,
	talkMs,
	holdMs,
	wrapMs
});

/** Scores of the messages of a source's contacts with news at or after an instant, by contact. */
export async function readScores(
	client: Client,
	source: string,
	lastEventFrom: number
): Promise<Map<string, (number | null)[]>> {
	const rows = await readJson<[string, number | null]>(
		client,
		`contact_id, score)) FROM (SELECT m.contact_id, m.score FROM contacts AS c JOIN messages AS m ON m.contact_id = c.id
			WHERE c.source = ?1 AND c.last_event_at >= ?2 ORDER BY m.contact_id, m.ordinal LIMIT -1)`,
		[source, lastEventFrom]
	);
	const scores = new Map<string, (number | null)[]>();
	for (const [contact, score] of rows) {
		const list = scores.get(contact);
		if (list) list.push(score);
		else scores.set(contact, [score]);
	}
	return scores;
}
