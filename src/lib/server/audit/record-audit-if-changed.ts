import { sql } from 'drizzle-orm';
import { auditLog } from '../db/schema/index.ts';
import type { Actor, Context } from '../context.ts';
import type { AuditEntry } from './audit-entry.ts';
import { originOf } from './origin-of.ts';

const json = (value: unknown) => (value === undefined || value === null ? null : JSON.stringify(value));

/**
 * Like recordAudit, for a batch whose write may turn out to change nothing (its `where` holds a rule): stands
 * right behind that write and leaves a row only when it changed one.
 */
export function recordAuditIfChanged(ctx: Context, actor: Pick<Actor, 'id'>, entry: AuditEntry) {
	const { address, channel, requestId } = originOf(actor);
	return ctx.db.orm
		.insert(auditLog)
		.select(
			sql`select null, ${ctx.now()}, ${actor.id}, ${entry.action}, ${entry.subject}, ${json(entry.before)}, ${json(entry.after)}, ${entry.reason || null}, ${address}, ${channel}, ${requestId} where changes() > 0`
		);
}
