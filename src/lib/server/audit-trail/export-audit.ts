import type { AuditRow } from '#lib/contracts/audit.ts';
import { toCsv } from '#lib/format/to-csv.ts';
import { requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import type { AuditQuery } from './audit-query.ts';
import { readAudit } from './read-audit.ts';

export type AuditFormat = 'csv' | 'ndjson';
const PAGE = 1_000;

export interface AuditExport {
	query: AuditQuery;
	timeZone: string;
	format: AuditFormat;
}

const COLUMNS: [string, (row: AuditRow) => unknown][] = [
	['id', (row) => row.id],
	['at', (row) => new Date(row.at).toISOString()],
	['actor', (row) => row.actor],
	['actor_name', (row) => row.actorName],
	['action', (row) => row.action],
	['subject', (row) => row.subject],
	['before', (row) => row.before],
	['after', (row) => row.after],
	['reason', (row) => row.reason],
	['channel', (row) => row.channel],
	['address', (row) => row.address],
	['request_id', (row) => row.requestId],
	['hash', (row) => row.hash],
	['erased', (row) => row.erased.join(' ')]
];

/**
 * Every entry that fits, newest first, piece by piece: what is held at a time does not grow with the audit. That it was
 * given out is entered first, and so is a part of it.
 */
export function exportAudit(ctx: Context, actor: Actor, wish: AuditExport): AsyncGenerator<string> {
	// At once, and not with the first piece, when the answer has begun already.
	requireRight(actor, 'audit.view');
	return pieces(ctx, actor, wish);
}

async function* pieces(
	ctx: Context,
	actor: Actor,
	{ query, timeZone, format }: AuditExport
): AsyncGenerator<string> {
	await recordAudit(ctx, actor, {
		action: 'audit.export',
		subject: 'audit',
		after: { format, ...Object.fromEntries(Object.entries(query).filter(([, value]) => value)) }
	});
	if (format === 'csv')
		yield toCsv(
			COLUMNS.map(([name]) => name),
			[]
		);
	for (let before = query.before; ;) {
		const rows = await readAudit(ctx, actor, { query: { ...query, before }, timeZone, limit: PAGE });
		if (rows.length > 0)
			yield format === 'csv'
				? withoutHeader(rows)
				: rows.map((row) => JSON.stringify({ ...row, at: new Date(row.at).toISOString() }) + '\n').join('');
		if (rows.length < PAGE) return;
		before = rows.at(-1)!.id;
	}
}

const withoutHeader = (rows: readonly AuditRow[]): string =>
	toCsv(
		[],
		rows.map((row) => COLUMNS.map(([, read]) => read(row)))
	).slice('\r\n'.length);
