import { and, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { parseInput } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { notices } from '../db/schema/index.ts';
import { publishNotices } from './notice-listeners.ts';
import { personOf } from './person-of.ts';

export const NoticesRead = z.object({
	/** Null = all of them. */
	ids: z.array(z.string().min(1).max(64)).max(500).nullable()
});
export type NoticesRead = z.input<typeof NoticesRead>;

/** Marks own notices as read; another's ids change nothing. Returns how many were unread. */
export async function markRead(ctx: Context, actor: Actor | null, input: NoticesRead): Promise<number> {
	const userId = personOf(actor);
	const { ids } = parseInput('Marking notices as read', NoticesRead, input);
	const own = and(eq(notices.userId, userId), isNull(notices.readAt));
	const { rowsAffected } = await ctx.db.orm
		.update(notices)
		.set({ readAt: ctx.now() })
		.where(ids === null ? own : and(own, inArray(notices.id, ids)));
	if (rowsAffected > 0) publishNotices([userId]);
	return rowsAffected;
}
