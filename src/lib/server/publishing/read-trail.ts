import { desc, eq, sql } from 'drizzle-orm';
import type { TrailEntry } from '#lib/contracts/publishing.ts';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { auditLog, users } from '../db/schema/index.ts';

const LATEST = 500;

/** What was done to a roster, by whom and why, newest first: its entries of the audit. */
export async function readRosterTrail(ctx: Context, actor: Actor, rosterId: string): Promise<TrailEntry[]> {
	requireRight(actor, 'roster.view', { whole: true });
	const { id, at, action, before, after, reason } = auditLog;
	return ctx.db.orm
		.select({ id, at, byName: users.name, action, before, after, reason })
		.from(auditLog)
		.leftJoin(users, eq(auditLog.actor, sql`'user:' || ${users.id}`))
		.where(eq(auditLog.subject, `roster:${rosterId}`))
		.orderBy(desc(id))
		.limit(LATEST);
}
