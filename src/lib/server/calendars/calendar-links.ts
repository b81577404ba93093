import { createHash, randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { ForbiddenError, requireRight } from '../access/index.ts';
import { recordAudit, recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { calendarLinks } from '../db/schema/index.ts';

/** A secret is 256 random bits, so that one quick hash is enough to keep it. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Only a person with a schedule has a calendar of their own. */
function personWithSchedule(actor: Actor): string {
	requireRight(actor, 'schedule.own');
	if (actor.agentId === null || !actor.id.startsWith('user:')) throw new ForbiddenError('schedule.own');
	return actor.id.slice('user:'.length);
}

/**
 * Makes the private address of the actor's own calendar; an earlier one stops working. The secret is in the answer and
 * nowhere else.
 */
export async function makeCalendarLink(ctx: Context, actor: Actor): Promise<{ secret: string }> {
	const userId = personWithSchedule(actor);
	const secret = randomBytes(32).toString('base64url');
	const link = { secretHash: hashSecret(secret), createdAt: ctx.now(), usedAt: null };
	const { orm } = ctx.db;
	await orm.batch([
		orm
			.insert(calendarLinks)
			.values({ userId, ...link })
			.onConflictDoUpdate({ target: calendarLinks.userId, set: link }),
		recordAudit(ctx, actor, { action: 'calendar.make', subject: `user:${userId}` })
	]);
	return { secret };
}

/** Ends the address. Whether there was one. */
export async function revokeCalendarLink(ctx: Context, actor: Actor): Promise<boolean> {
	const userId = personWithSchedule(actor);
	const { orm } = ctx.db;
	const [removed] = await orm.batch([
		orm.delete(calendarLinks).where(eq(calendarLinks.userId, userId)),
		recordAuditIfChanged(ctx, actor, { action: 'calendar.revoke', subject: `user:${userId}` })
	]);
	return removed.rowsAffected > 0;
}

/** When the actor's address was made and last looked at; null while there is none, and for who is no agent. */
export async function findCalendarLink(
	ctx: Context,
	actor: Actor
): Promise<{ createdAt: number; usedAt: number | null } | null> {
	requireRight(actor, 'schedule.own');
	if (actor.agentId === null) return null;
	const userId = personWithSchedule(actor);
	const { createdAt, usedAt } = calendarLinks;
	const [link] = await ctx.db.orm
		.select({ createdAt, usedAt })
		.from(calendarLinks)
		.where(eq(calendarLinks.userId, userId));
	return link ?? null;
}
