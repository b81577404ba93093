import type { InStatement } from '@libsql/client';
import type { AuditHead } from '#lib/contracts/audit.ts';
import type { Context } from '../context.ts';
import { ANCHOR_KEY } from './anchor.ts';
import { sealAudit } from './seal-audit.ts';

/** How many entries are older than a moment, and the last of them. */
export async function oldEntries(
	{ db: { client } }: Context,
	beforeMs: number
): Promise<{ count: number; last: AuditHead | null }> {
	// In the order of the ids: an entry whose clock was ahead keeps those behind it.
	const { rows } = await client.execute({
		sql: `SELECT count(*) AS n, max(entry_id) AS id, hash
			FROM audit_seals WHERE entry_id < coalesce((SELECT min(id) FROM audit_log WHERE at >= ?), 9e15)`,
		args: [beforeMs]
	});
	const { n, id, hash } = rows[0]!;
	return { count: Number(n), last: id === null ? null : { id: Number(id), hash: String(hash) } };
}

/**
 * Statements that take away the entries up to one, by the retention that is set. The chain goes on from that one's
 * hash, which the entry of the purge names: its `after` must hold what `account` says.
 */
export async function purgeAudit(
	ctx: Context,
	beforeMs: number
): Promise<{
	statements: InStatement[];
	count: number;
	account: { purgedTo: number; purgedHash: string } | null;
}> {
	await sealAudit(ctx);
	const { count, last } = await oldEntries(ctx, beforeMs);
	if (!last) return { statements: [], count: 0, account: null };
	return {
		count,
		account: { purgedTo: last.id, purgedHash: last.hash },
		statements: [
			'INSERT INTO audit_permits (id) VALUES (1)',
			{ sql: 'DELETE FROM audit_log WHERE id <= ?', args: [last.id] },
			{ sql: 'DELETE FROM audit_seals WHERE entry_id <= ?', args: [last.id] },
			{
				// An erasure of entries that are all gone; its own entry may be gone as well.
				sql: `DELETE FROM audit_redactions WHERE erasure NOT IN (SELECT erasure FROM audit_redactions WHERE entry_id > ?)`,
				args: [last.id]
			},
			{
				sql: `INSERT INTO settings (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2`,
				args: [ANCHOR_KEY, JSON.stringify(last)]
			},
			'DELETE FROM audit_permits'
		]
	};
}
