import { setTimeout } from 'node:timers/promises';
import {
	RETENTION_NAMES,
	type LastPurge,
	type PurgePreview,
	type RetentionKind
} from '#lib/contracts/retention.ts';
import { requireRight } from '../access/index.ts';
import { oldEntries, purgeAudit, recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { purgeAgentStates } from './purge-agent-states.ts';
import { purgeContacts } from './purge-contacts.ts';
import { PURGED_TABLES, ROWS_PER_STEP } from './purge-rows.ts';
import { purgeWords, readWordsGone } from './purge-words.ts';
import { LAST_PURGE_KEY, readRetention } from './read-retention.ts';

const DAY_MS = 86_400_000;
/** Between two steps the server does what it is there for. */
const PAUSE_MS = 20;

/** In this order: the words of a contact that goes as a whole are not taken out first. The audit follows in one step. */
const IN_STEPS: readonly RetentionKind[] = [
	'contacts',
	'words',
	...RETENTION_NAMES.filter((kind) => kind !== 'contacts' && kind !== 'words' && kind !== 'audit')
];

/** One step of a kind; how many rows went, 0 when none is left. */
async function step(ctx: Context, kind: RetentionKind, beforeMs: number): Promise<number> {
	if (kind === 'contacts') return purgeContacts(ctx, beforeMs);
	if (kind === 'words') return purgeWords(ctx, beforeMs);
	if (kind === 'agent_states') return purgeAgentStates(ctx, beforeMs);
	const { table, at, may, key } = PURGED_TABLES[kind]!;
	const { rowsAffected } = await ctx.db.client.execute({
		sql: `DELETE FROM ${table} WHERE ${key} IN (SELECT ${key} FROM ${table} WHERE ${at} < ? AND ${may} LIMIT ${ROWS_PER_STEP})`,
		args: [beforeMs]
	});
	return rowsAffected;
}

/**
 * Takes away what is older than its kind is kept, a little at a time, and enters what went. Totals stay. Stopped in
 * between it has done whole steps, and the next purge goes on.
 */
export async function purge(
	ctx: Context,
	actor: Actor,
	{ signal, pauseMs = PAUSE_MS }: { signal?: AbortSignal; pauseMs?: number } = {}
): Promise<LastPurge> {
	requireRight(actor, 'privacy.manage');
	const { retention } = await readRetention(ctx);
	const at = ctx.now();
	const rows: LastPurge['rows'] = {};
	for (const kind of IN_STEPS) {
		const days = retention[kind];
		while (days !== null && !signal?.aborted) {
			const gone = await step(ctx, kind, at - days * DAY_MS);
			if (gone === 0) break;
			rows[kind] = (rows[kind] ?? 0) + gone;
			await setTimeout(pauseMs);
		}
	}
	const audit = retention.audit === null ? null : await purgeAudit(ctx, at - retention.audit * DAY_MS);
	if (audit && audit.count > 0) rows.audit = audit.count;
	const last: LastPurge = { at, rows };
	const entry = recordAudit(ctx, actor, {
		action: 'privacy.purge',
		subject: 'site',
		after: { rows, ...audit?.account }
	}).toSQL();
	const hasGone = Object.keys(rows).length > 0;
	await ctx.db.client.batch(
		[
			...(audit?.statements ?? []),
			{
				sql: 'INSERT INTO settings (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2',
				args: [LAST_PURGE_KEY, JSON.stringify(last)]
			},
			...(hasGone ? [{ sql: entry.sql, args: entry.params as string[] }] : [])
		],
		'write'
	);
	return last;
}

/** What a purge would take now, and the oldest that is kept of each kind. Changes nothing. */
export async function previewPurge(ctx: Context, actor: Actor): Promise<PurgePreview[]> {
	requireRight(actor, 'privacy.manage');
	const { retention } = await readRetention(ctx);
	const now = ctx.now();
	const previews: PurgePreview[] = [];
	for (const kind of RETENTION_NAMES) {
		const days = retention[kind];
		const beforeMs = days === null ? -8.64e15 : now - days * DAY_MS;
		previews.push({ kind, days, ...(await countOld(ctx, kind, beforeMs)) });
	}
	return previews;
}

async function countOld(
	ctx: Context,
	kind: RetentionKind,
	beforeMs: number
): Promise<{ rows: number; oldestAt: number | null }> {
	const own: Partial<Record<RetentionKind, [string, string, string]>> = {
		contacts: ['contacts', 'last_event_at', 'true'],
		words: ['contacts', 'last_event_at', `last_event_at > ${await readWordsGone(ctx)}`],
		agent_states: ['agent_states', 'to_at', 'to_at IS NOT NULL'],
		audit: ['audit_log', 'at', 'true']
	};
	const table = PURGED_TABLES[kind];
	const [name, at, may] = own[kind] ?? [table!.table, table!.at, table!.may];
	const { rows } = await ctx.db.client.execute({
		sql: `SELECT (SELECT min(${at}) FROM ${name} WHERE ${may}) AS oldest, (SELECT count(*) FROM ${name} WHERE ${at} < ? AND ${may}) AS n`,
		args: [beforeMs]
	});
	const { oldest, n } = rows[0]!;
	const count = kind === 'audit' ? (await oldEntries(ctx, beforeMs)).count : Number(n);
	return { rows: count, oldestAt: oldest === null ? null : Number(oldest) };
}
