import { and, desc, eq, notLike, sql } from 'drizzle-orm';
import type { TrailEntry } from '#lib/contracts/publishing.ts';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { auditLog, users } from '../db/schema/index.ts';

const LATEST = 500;

/**
 * What was done to a roster, by whom and why, newest first: its entries of the audit, but for single edits, which the
 * roster's own log has in words.
 */
export async function readRosterTrail(ctx: Context, actor: Actor, rosterId: string): Promise<TrailEntry[]> {
	requireRight(actor, 'roster.view', { whole: true });
	const { id, at, action, reason } = auditLog;
	const detail = <T>(name: string) => sql<T | null>`json_extract(${auditLog.after}, ${`$.${name}`})`;
	return ctx.db.orm
		.select({
			...{ id, at, byName: users.name, action, reason },
			...{ name: detail<string>('name'), note: detail<string>('note') },
			...{ people: detail<number>('people'), changedDays: detail<number>('changedDays') }
		})
		.from(auditLog)
		.leftJoin(users, eq(auditLog.actor, sql`'user:' || ${users.id}`))
		.where(and(eq(auditLog.subject, `roster:${rosterId}`), notLike(action, 'roster.edit%')))
		.orderBy(desc(id))
		.limit(LATEST);
}
