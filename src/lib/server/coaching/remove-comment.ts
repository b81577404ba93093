import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { can, requireRight } from '../access/index.ts';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { coachingComments } from '../db/schema/index.ts';

/** Takes an own comment away; it can be brought back. */
export const removeComment = (ctx: Context, actor: Actor, id: string): Promise<boolean> =>
	setRemoved(ctx, actor, id, true);

export const restoreComment = (ctx: Context, actor: Actor, id: string): Promise<boolean> =>
	setRemoved(ctx, actor, id, false);

/** Whether it was the actor's to change. */
async function setRemoved(ctx: Context, actor: Actor, id: string, away: boolean): Promise<boolean> {
	if (!can(actor, 'coaching.view')) requireRight(actor, 'coaching.own');
	const { orm } = ctx.db;
	const [changed] = await orm.batch([
		orm
			.update(coachingComments)
			.set({ removedAt: away ? ctx.now() : null })
			.where(
				and(
					eq(coachingComments.id, id),
					eq(coachingComments.writtenBy, actor.id),
					away ? isNull(coachingComments.removedAt) : isNotNull(coachingComments.removedAt)
				)
			),
		recordAuditIfChanged(ctx, actor, {
			action: away ? 'coaching.comment.remove' : 'coaching.comment.restore',
			subject: `coaching-comment:${id}`
		})
	]);
	return changed.rowsAffected > 0;
}
