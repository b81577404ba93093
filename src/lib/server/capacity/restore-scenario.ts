import { and, desc, eq } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { auditLog, capacityScenarios } from '../db/schema/index.ts';

/** Brings back a scenario as it was when it was removed. False when it was not, or is there. */
export async function restoreScenario(ctx: Context, actor: Actor, id: string): Promise<boolean> {
	requireRight(actor, 'capacity.manage');
	const { orm } = ctx.db;
	const subject = `capacity:${id}`;
	const [removed] = await orm
		.select({ before: auditLog.before })
		.from(auditLog)
		.where(and(eq(auditLog.subject, subject), eq(auditLog.action, 'capacity.remove')))
		.orderBy(desc(auditLog.id))
		.limit(1);
	if (!removed) return false;
	const row = removed.before as typeof capacityScenarios.$inferSelect;
	const [written] = await orm.batch([
		orm.insert(capacityScenarios).values(row).onConflictDoNothing(),
		recordAuditIfChanged(ctx, actor, {
			action: 'capacity.restore',
			subject,
			after: { name: row.name }
		})
	]);
	return written.rowsAffected > 0;
}
