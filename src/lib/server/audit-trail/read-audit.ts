import type { Row } from '@libsql/client';
import type { AuditChannel, AuditRow } from '#lib/contracts/audit.ts';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { auditConditions, type AuditQuery } from './audit-query.ts';

const JOINS = `FROM audit_log AS a
	LEFT JOIN users AS u ON a.actor = 'user:' || u.id
	LEFT JOIN api_keys AS k ON a.actor = 'key:' || k.id
	LEFT JOIN audit_seals AS s ON s.entry_id = a.id`;

/** Looked through at a time: a search for words reads every entry, and the server does other things in between. */
const IDS_PER_STEP = 10_000;

/** Entries that fit, newest first. @param limit at most so many */
export async function readAudit(
	ctx: Context,
	actor: Actor,
	{ query, timeZone, limit }: { query: AuditQuery; timeZone: string; limit: number }
): Promise<AuditRow[]> {
	requireRight(actor, 'audit.view');
	const { where, args } = auditConditions(query, timeZone);
	const { client } = ctx.db;
	const [span] = (await client.execute('SELECT min(id) AS first, max(id) AS last FROM audit_log')).rows;
	const found: AuditRow[] = [];
	for (let last = Math.min(Number(span!.last), (query.before ?? Infinity) - 1); ; last -= IDS_PER_STEP) {
		if (last < Number(span!.first) || found.length >= limit) return found;
		const { rows } = await client.execute({
			sql: `SELECT a.*, coalesce(u.name, k.name) AS actor_name, s.hash,
				(SELECT json_group_array(DISTINCT field) FROM audit_redactions AS r WHERE r.entry_id = a.id) AS erased
				${JOINS} WHERE a.id > ? AND a.id <= ? AND ${where} ORDER BY a.id DESC LIMIT ?`,
			args: [last - IDS_PER_STEP, last, ...args, limit - found.length]
		});
		found.push(...rows.map(rowOf));
		await new Promise(setImmediate);
	}
}

const textOf = (value: unknown): string | null => (value === null ? null : String(value));
const jsonOf = (value: unknown): unknown => (value === null ? null : JSON.parse(String(value)));

const rowOf = (row: Row): AuditRow => ({
	id: Number(row.id),
	at: Number(row.at),
	actor: String(row.actor),
	actorName: textOf(row.actor_name),
	action: String(row.action),
	subject: String(row.subject),
	before: jsonOf(row.before),
	after: jsonOf(row.after),
	reason: textOf(row.reason),
	address: textOf(row.address),
	channel: row.channel as AuditChannel | null,
	requestId: textOf(row.request_id),
	hash: textOf(row.hash),
	erased: jsonOf(row.erased) as string[]
});

export interface AuditChoices {
	actors: { id: string; name: string | null }[];
	actions: string[];
}

/** Who has done anything, and what has been done: what a search can be narrowed to. */
export async function auditChoices({ db: { client } }: Context, actor: Actor): Promise<AuditChoices> {
	requireRight(actor, 'audit.view');
	const [actors, actions] = await client.batch(
		[
			`SELECT d.actor AS id, coalesce(u.name, k.name) AS known_as FROM (SELECT DISTINCT actor FROM audit_log) AS d
				LEFT JOIN users AS u ON d.actor = 'user:' || u.id LEFT JOIN api_keys AS k ON d.actor = 'key:' || k.id
				ORDER BY known_as IS NULL, known_as, d.actor`,
			'SELECT DISTINCT action FROM audit_log ORDER BY action'
		],
		'read'
	);
	return {
		actors: actors!.rows.map((row) => ({ id: String(row.id), name: textOf(row.known_as) })),
		actions: actions!.rows.map(({ action }) => String(action))
	};
}
