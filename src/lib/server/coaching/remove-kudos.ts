import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { requireRight, scopeOf } from '../access/index.ts';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { coachingKudos } from '../db/schema/index.ts';

/** Takes praise back; it can be brought back. Whether there was any. */
export const removeKudos = (ctx: Context, actor: Actor, id: string): Promise<boolean> =>
	setRemoved(ctx, actor, id, true);

export const restoreKudos = (ctx: Context, actor: Actor, id: string): Promise<boolean> =>
	setRemoved(ctx, actor, id, false);

async function setRemoved(ctx: Context, actor: Actor, id: string, away: boolean): Promise<boolean> {
	requireRight(actor, 'coaching.lead');
	const { orm } = ctx.db;
	const { removedAt, agentId } = coachingKudos;
	const led = scopeOf(actor)?.ledAgents;
	const [changed] = await orm.batch([
		orm
			.update(coachingKudos)
			.set({ removedAt: away ? ctx.now() : null })
			.where(
				and(
					eq(coachingKudos.id, id),
					away ? isNull(removedAt) : isNotNull(removedAt),
					led && inArray(agentId, [...led])
				)
			),
		recordAuditIfChanged(ctx, actor, {
			action: away ? 'coaching.kudos.remove' : 'coaching.kudos.restore',
			subject: `coaching-kudos:${id}`
		})
	]);
	return changed.rowsAffected > 0;
}
