import type { InStatement, InValue } from '@libsql/client';
import { isFolded, type EventData, type IncomingEvent, type LoggedEvent } from '#lib/contracts/events.ts';
import type { Context } from '../context.ts';

/** Rows in one statement: large statements are what makes the log fast. */
const ROWS_PER_STATEMENT = 2_000;

/**
 * The rows travel as one JSON text: a statement of thousands of parameters is prepared anew for each batch and costs
 * more than the rows themselves.
 */
const APPEND = `INSERT INTO event_log (source, id, type, at, contact, agent, data, received_at)
	SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, ?2
	FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING`;

const keyOf = (source: unknown, id: unknown): string => `${source as string}\n${id as string}`;

function row({ source, id, type, at, data }: IncomingEvent): unknown[] {
	// The data of other types were not checked: their "contact" may be anything.
	const { contact = null, agent = null } = isFolded(type) ? data : {};
	return [source, id, type, at, contact, agent, JSON.stringify(data)];
}

/**
 * Appends events in one transaction, on disk when it resolves. Events whose source and id are in the log are left
 * alone. `before` runs first in the same transaction (the queues and agents that the events are first to name).
 *
 * @returns the events that were new, with their place in the log
 */
export async function appendEvents(
	ctx: Context,
	events: readonly IncomingEvent[],
	before: InStatement[] = []
): Promise<LoggedEvent[]> {
	const byKey = new Map<string, IncomingEvent>();
	for (const event of events) {
		const key = keyOf(event.source, event.id);
		if (!byKey.has(key)) byKey.set(key, event);
	}
	const distinct = [...byKey.values()];
	const chunks: IncomingEvent[][] = [];
	for (let i = 0; i < distinct.length; i += ROWS_PER_STATEMENT)
		chunks.push(distinct.slice(i, i + ROWS_PER_STATEMENT));
	const receivedAt = ctx.now();
	const [last, ...results] = (
		await ctx.db.client.batch(
			[
				...before,
				"SELECT coalesce(max(seq), 0) AS seq FROM sqlite_sequence WHERE name = 'event_log'",
				...chunks.map((chunk) => ({ sql: APPEND, args: [JSON.stringify(chunk.map(row)), receivedAt] }))
			],
			'write'
		)
	).slice(before.length);

	const logged: LoggedEvent[] = [];
	let lastSeq = Number(last!.rows[0]!.seq);
	for (const [i, chunk] of chunks.entries()) {
		const { rowsAffected, lastInsertRowid } = results[i]!;
		if (rowsAffected === 0) continue;
		const after = lastSeq;
		lastSeq = Number(lastInsertRowid);
		// Nothing was left out: the places are those up to the last one. Else some may have been skipped in between.
		if (rowsAffected === chunk.length)
			for (const [j, event] of chunk.entries())
				logged.push({ ...event, seq: lastSeq - chunk.length + 1 + j });
		else logged.push(...(await whatWasNew(ctx, after, lastSeq, byKey)));
	}
	return logged;
}

async function whatWasNew(
	{ db }: Context,
	after: number,
	upto: number,
	byKey: ReadonlyMap<string, IncomingEvent>
): Promise<LoggedEvent[]> {
	const { rows } = await db.client.execute({
		sql: 'SELECT seq, source, id FROM event_log WHERE seq > ? AND seq <= ? ORDER BY seq',
		args: [after, upto]
	});
	return rows.map(({ seq, source, id }) => ({ ...byKey.get(keyOf(source, id))!, seq: Number(seq) }));
}

/**
 * Reads events of the log in the order of their arrival, or of their own time; −1 = all of them. They come as one JSON text a page: the
 * driver's own rows cost several times as much.
 */
export async function readEvents(
	{ db }: Context,
	where: string,
	args: InValue[],
	limit = -1,
	order: 'seq' | 'at, seq' = 'seq'
): Promise<LoggedEvent[]> {
	const { rows } = await db.client.execute({
		sql: `SELECT json_group_array(json_array(seq, source, id, type, at, data)) AS page FROM
			(SELECT seq, source, id, type, at, data FROM event_log WHERE ${where} ORDER BY ${order} LIMIT ${limit})`,
		args
	});
	type Stored = [number, string, string, string, number, string];
	return (JSON.parse(String(rows[0]!.page)) as Stored[]).map(([seq, source, id, type, at, data]) => ({
		seq,
		source,
		id,
		type,
		at,
		data: JSON.parse(data) as EventData
	}));
}

/** What the log holds of these contacts up to a place, each contact's events together. */
export async function readContacts(
	ctx: Context,
	ids: readonly string[],
	uptoSeq: number
): Promise<LoggedEvent[][]> {
	if (ids.length === 0) return [];
	const byContact = new Map<string, LoggedEvent[]>();
	const where = 'contact IN (SELECT value FROM json_each(?)) AND seq <= ?';
	for (const event of await readEvents(ctx, where, [JSON.stringify(ids), uptoSeq])) {
		const list = byContact.get(event.data.contact!);
		if (list) list.push(event);
		else byContact.set(event.data.contact!, [event]);
	}
	return [...byContact.values()];
}
