import { and, eq, gt, inArray } from 'drizzle-orm';
import { ownAgentOf } from '../access/index.ts';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { leaveRequests } from '../db/schema/index.ts';
import { inTurn } from '../in-turn.ts';
import { absencesBack } from './end-leave.ts';
import { moveUp } from './move-up.ts';

/**
 * Takes back leave of one's own until it begins: the allowance has it again, a shift that was taken out of the schedule
 * for it stands again, and whoever waits and fits moves up. False when there is none such.
 */
export async function withdrawLeave(ctx: Context, actor: Actor, id: string): Promise<boolean> {
	const agentId = ownAgentOf(actor, 'schedule.own');
	const { orm } = ctx.db;
	const own = and(
		eq(leaveRequests.id, id),
		eq(leaveRequests.agentId, agentId),
		inArray(leaveRequests.state, ['asked', 'waiting', 'approved']),
		gt(leaveRequests.fromAt, ctx.now())
	);
	return inTurn(ctx.db, async () => {
		const [found] = await orm.select().from(leaveRequests).where(own);
		if (!found) return false;
		await orm.batch([
			orm.update(leaveRequests).set({ state: 'withdrawn' }).where(own),
			recordAuditIfChanged(ctx, actor, {
				action: 'leave.withdraw',
				subject: `agent:${agentId}`,
				before: { id, state: found.state },
				after: { id, state: 'withdrawn' }
			}),
			absencesBack(ctx, actor, id)
		]);
		if (found.state !== 'waiting') await moveUp(ctx);
		return true;
	});
}
