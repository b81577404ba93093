import { auditLog } from '../db/schema/index.ts';
import type { Actor, Context } from '../context.ts';
import type { AuditEntry } from './audit-entry.ts';
import { originOf } from './origin-of.ts';

/** The statement that says who did what; it goes into the same batch as the write itself. */
export function recordAudit(ctx: Context, actor: Pick<Actor, 'id'>, entry: AuditEntry) {
	return ctx.db.orm.insert(auditLog).values({
		at: ctx.now(),
		actor: actor.id,
		action: entry.action,
		subject: entry.subject,
		before: entry.before ?? null,
		after: entry.after ?? null,
		reason: entry.reason || null,
		...originOf(actor)
	});
}
