import { and, desc, eq, gt, ne } from 'drizzle-orm';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { sessions, sessionUse } from '../db/schema/index.ts';
import { deviceOf } from './device-of.ts';
import { ownUser } from './own-user.ts';
import { requireRight } from './require-right.ts';
import { tellSessionEnds } from './session-ends.ts';

export interface SessionRow {
	id: string;
	/** Browser and system, as far as they can be told. */
	device: string | null;
	address: string | null;
	createdAt: number;
	lastSeenAt: number | null;
	expiresAt: number;
}

/** The actor's own open sessions, or somebody's for who manages users; the last used first. */
export async function listUserSessions(ctx: Context, actor: Actor, userId?: string): Promise<SessionRow[]> {
	const of = await whose(ctx, actor, userId);
	const rows = await ctx.db.orm
		.select({ session: sessions, use: sessionUse })
		.from(sessions)
		.leftJoin(sessionUse, eq(sessionUse.sessionId, sessions.id))
		.where(and(eq(sessions.userId, of), gt(sessions.expiresAt, new Date(ctx.now()))))
		.orderBy(desc(sessionUse.lastSeenAt), desc(sessions.createdAt));
	return rows.map(({ session, use }) => ({
		id: session.id,
		device: deviceOf(session.userAgent),
		address: use?.address ?? null,
		createdAt: session.createdAt.getTime(),
		lastSeenAt: use?.lastSeenAt ?? null,
		expiresAt: session.expiresAt.getTime()
	}));
}

/**
 * Ends sessions, with their open pages: one by its id, or all of a person but the one that is kept.
 *
 * @returns how many
 */
export async function endSessions(
	ctx: Context,
	actor: Actor,
	{ userId, sessionId, keepId }: { userId?: string; sessionId?: string; keepId?: string | null }
): Promise<number> {
	const of = await whose(ctx, actor, userId);
	const { orm } = ctx.db;
	const ended = await orm
		.delete(sessions)
		.where(
			and(
				eq(sessions.userId, of),
				sessionId === undefined ? undefined : eq(sessions.id, sessionId),
				keepId ? ne(sessions.id, keepId) : undefined
			)
		)
		.returning({ id: sessions.id });
	if (ended.length === 0) return 0;
	await recordAudit(ctx, actor, {
		action: 'user.end-sessions',
		subject: `user:${of}`,
		after: { sessions: ended.length }
	});
	tellSessionEnds(ended.map(({ id }) => id));
	return ended.length;
}

async function whose(ctx: Context, actor: Actor, userId: string | undefined): Promise<string> {
	if (userId !== undefined && actor.id !== `user:${userId}`) {
		requireRight(actor, 'users.manage');
		return userId;
	}
	return (await ownUser(ctx, actor)).id;
}
