import type { InStatement, InValue } from '@libsql/client';
import { isFolded, type EventData, type IncomingEvent, type LoggedEvent } from '#lib/contracts/events.ts';
import type { Context } from '../context.ts';

const COLUMNS = 8;
/** Rows in one statement: large statements are what makes the log fast. */
const ROWS_PER_STATEMENT = 500;

const placeholders = (rows: number): string =>
	Array(rows)
		.fill(`(${Array(COLUMNS).fill('?').join(',')})`)
		.join(',');

function insertRows(events: readonly IncomingEvent[], receivedAt: number): InStatement {
	const args: InValue[] = [];
	for (const { source, id, type, at, data } of events) {
		// The data of other types were not checked: their "contact" may be anything.
		const { contact = null, agent = null } = isFolded(type) ? data : {};
		args.push(source, id, type, at, contact, agent, JSON.stringify(data), receivedAt);
	}
	return {
		sql: `INSERT INTO event_log (source, id, type, at, contact, agent, data, received_at) VALUES ${placeholders(events.length)}
			ON CONFLICT DO NOTHING RETURNING seq, source, id`,
		args
	};
}

/**
 * Appends events in one transaction, on disk when it resolves. Events whose source and id are in the log are left
 * alone. `before` runs first in the same transaction (the queues and agents that the events are first to name).
 *
 * @returns the events that were new, with their place in the log
 */
export async function appendEvents(
	{ db, now }: Context,
	events: readonly IncomingEvent[],
	before: InStatement[] = []
): Promise<LoggedEvent[]> {
	const byKey = new Map<string, IncomingEvent>();
	for (const event of events) {
		const key = `${event.source}\n${event.id}`;
		if (!byKey.has(key)) byKey.set(key, event);
	}
	const distinct = [...byKey.values()];
	const statements: InStatement[] = [...before];
	for (let i = 0; i < distinct.length; i += ROWS_PER_STATEMENT)
		statements.push(insertRows(distinct.slice(i, i + ROWS_PER_STATEMENT), now()));
	const results = (await db.client.batch(statements, 'write')).slice(before.length);
	const logged: LoggedEvent[] = [];
	for (const { rows } of results)
		for (const row of rows) logged.push({ ...byKey.get(`${row.source}\n${row.id}`)!, seq: Number(row.seq) });
	return logged.sort((a, b) => a.seq - b.seq);
}

const FIELDS = 'seq, source, id, type, at, data';

/** Reads events of the log in the order of their arrival; −1 = all of them. */
export async function readEvents(
	{ db }: Context,
	where: string,
	args: InValue[],
	limit = -1
): Promise<LoggedEvent[]> {
	const { rows } = await db.client.execute({
		sql: `SELECT ${FIELDS} FROM event_log WHERE ${where} ORDER BY seq LIMIT ${limit}`,
		args
	});
	return rows.map((row) => ({
		seq: Number(row.seq),
		source: String(row.source),
		id: String(row.id),
		type: String(row.type),
		at: Number(row.at),
		data: JSON.parse(String(row.data)) as EventData
	}));
}

const IDS_PER_QUERY = 500;

/** What the log holds of these contacts up to a place, each contact's events together. */
export async function readContacts(
	ctx: Context,
	ids: readonly string[],
	uptoSeq: number
): Promise<LoggedEvent[][]> {
	const byContact = new Map<string, LoggedEvent[]>();
	for (let i = 0; i < ids.length; i += IDS_PER_QUERY) {
		const some = ids.slice(i, i + IDS_PER_QUERY);
		const marks = some.map(() => '?').join(',');
		for (const event of await readEvents(ctx, `contact IN (${marks}) AND seq <= ?`, [...some, uptoSeq])) {
			const list = byContact.get(event.data.contact!);
			if (list) list.push(event);
			else byContact.set(event.data.contact!, [event]);
		}
	}
	return [...byContact.values()];
}
