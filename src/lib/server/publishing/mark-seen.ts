import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { publicationAgents } from '../db/schema/index.ts';

/** The agent has what publications changed for them on the screen. How many were new to them. */
export async function markPublicationsSeen(ctx: Context, actor: Actor): Promise<number> {
	requireRight(actor, 'schedule.own');
	if (actor.agentId === null) return 0;
	const { rowsAffected } = await ctx.db.orm
		.update(publicationAgents)
		.set({ seenAt: ctx.now() })
		.where(
			and(
				eq(publicationAgents.agentId, actor.agentId),
				isNotNull(publicationAgents.differences),
				isNull(publicationAgents.seenAt)
			)
		);
	return rowsAffected;
}
