import type { Context } from '../context.ts';
import type { StoredEntry } from './chain.ts';

/** Entries as they are stored, in the order of their ids. */
export async function readEntries(
	{ db: { client } }: Context,
	afterId: number,
	limit: number,
	uptoId: number = Number.MAX_SAFE_INTEGER
): Promise<StoredEntry[]> {
	const { rows } = await client.execute({
		sql: `SELECT id, at, actor, action, subject, "before", "after", reason, address, channel, request_id AS requestId
			FROM audit_log WHERE id > ? AND id <= ? ORDER BY id LIMIT ?`,
		args: [afterId, uptoId, limit]
	});
	return rows as unknown as StoredEntry[];
}
