import type { InStatement } from '@libsql/client';
import type { Context } from '../context.ts';
import { wholeFrom } from '../ingest/index.ts';
import { archiveVisits } from '../intervals/index.ts';

const CONTACTS_PER_STEP = 200;
const OF_THESE = 'IN (SELECT value FROM json_each(?1))';

/**
 * Takes the oldest contacts that ended before a moment, with their events; in the same transaction their visits are
 * added to the archive of intervals, so that no total changes and the log agrees with what is made of it at any time.
 *
 * @returns how many went; fewer than a step's when none is left
 */
export async function purgeContacts(ctx: Context, beforeMs: number): Promise<number> {
	const { client } = ctx.db;
	const { rows } = await client.execute({
		sql: `SELECT id FROM contacts WHERE last_event_at < ? ORDER BY last_event_at LIMIT ${CONTACTS_PER_STEP}`,
		args: [beforeMs]
	});
	if (rows.length === 0) return 0;
	const ids = JSON.stringify(rows.map(({ id }) => id));
	const statements: InStatement[] = [
		...(await archiveVisits(ctx, ids)),
		{ sql: `DELETE FROM event_log WHERE contact ${OF_THESE}`, args: [ids] },
		{ sql: `DELETE FROM contact_intents WHERE contact_id ${OF_THESE}`, args: [ids] },
		{ sql: `DELETE FROM contacts WHERE id ${OF_THESE}`, args: [ids] },
		wholeFrom(beforeMs)
	];
	await client.batch(statements, 'write');
	return rows.length;
}
