import type { EventData } from '#lib/contracts/events.ts';
import type { Context } from '../context.ts';
import { ERASED_WORDS, erasedData } from '../privacy/index.ts';

const CONTACTS_PER_STEP = 200;
const OF_THESE = 'IN (SELECT value FROM json_each(?1))';
/** Up to which contacts the words are gone: none is looked at twice. */
const WORDS_GONE_KEY = 'words_gone_until';

export const readWordsGone = async ({ db: { client } }: Context): Promise<number> => {
	const { rows } = await client.execute({
		sql: 'SELECT value FROM settings WHERE key = ?',
		args: [WORDS_GONE_KEY]
	});
	return rows[0] ? Number(JSON.parse(String(rows[0].value))) : 0;
};

/**
 * Takes what was said, and what bots passed on, out of the oldest contacts before a moment. Counts, times and moods
 * stay, as in an erasure; the customer's id stays, too.
 *
 * @returns how many contacts were gone through
 */
export async function purgeWords(ctx: Context, beforeMs: number): Promise<number> {
	const { client } = ctx.db;
	const { rows } = await client.execute({
		sql: `SELECT id, last_event_at FROM contacts WHERE last_event_at > ? AND last_event_at < ? ORDER BY last_event_at LIMIT ${CONTACTS_PER_STEP}`,
		args: [await readWordsGone(ctx), beforeMs]
	});
	if (rows.length === 0) return 0;
	const upto = Number(rows.at(-1)!.last_event_at);
	const { rows: all } = await client.execute({
		// Those of the same millisecond as the last one go with it.
		sql: 'SELECT id FROM contacts WHERE last_event_at >= ? AND last_event_at <= ?',
		args: [Number(rows[0]!.last_event_at), upto]
	});
	const ids = JSON.stringify(all.map(({ id }) => id));
	const { rows: events } = await client.execute({
		sql: `SELECT seq, data FROM event_log WHERE contact ${OF_THESE}`,
		args: [ids]
	});
	const changed = events
		.map(({ seq, data }) => {
			const before = JSON.parse(String(data)) as EventData;
			return { seq: Number(seq), before: String(data), after: JSON.stringify(erasedData(before, '', '')) };
		})
		.filter(({ before, after }) => before !== after);
	await client.batch(
		[
			{
				sql: 'UPDATE event_log SET data = e.value ->> 1 FROM json_each(?) AS e WHERE event_log.seq = e.value ->> 0',
				args: [JSON.stringify(changed.map(({ seq, after }) => [seq, after]))]
			},
			{
				sql: `UPDATE messages SET text = ?2 WHERE text <> '' AND contact_id ${OF_THESE}`,
				args: [ids, ERASED_WORDS]
			},
			{ sql: `UPDATE contacts SET bot_reason = NULL WHERE id ${OF_THESE}`, args: [ids] },
			{
				sql: `UPDATE contact_care SET note = NULL, note_by = NULL WHERE contact_id ${OF_THESE}`,
				args: [ids]
			},
			{ sql: `UPDATE suggestions SET reasons = '[]' WHERE contact_id ${OF_THESE}`, args: [ids] },
			{
				sql: `INSERT INTO settings (key, value) VALUES ('${WORDS_GONE_KEY}', ?1) ON CONFLICT (key) DO UPDATE SET value = ?1`,
				args: [upto]
			}
		],
		'write'
	);
	return all.length;
}
