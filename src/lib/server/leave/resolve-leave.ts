import { and, eq } from 'drizzle-orm';
import { leadsAgent, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { leaveRequests } from '../db/schema/index.ts';
import { recordChange } from '../rosters/index.ts';
import { absenceOf } from './end-leave.ts';
import { standingShifts } from './standing-shifts.ts';

/**
 * Takes the published shifts out that stand in the way of an approved leave: absences among the changes of the day, which
 * go with the leave when that is taken back. Answers how many; null when there is no such leave.
 */
export async function resolveLeave(ctx: Context, actor: Actor, id: string): Promise<number | null> {
	requireRight(actor, 'schedule.change');
	const [leave] = await ctx.db.orm
		.select()
		.from(leaveRequests)
		.where(and(eq(leaveRequests.id, id), eq(leaveRequests.state, 'approved')));
	if (!leave || !leadsAgent(actor, leave.agentId)) return null;
	const standing = (await standingShifts(ctx, [leave], ctx.now())).get(id) ?? [];
	for (const { startAt, endAt } of standing)
		await recordChange(
			ctx,
			actor,
			{ agentId: leave.agentId, kind: 'absent', fromAt: startAt, toAt: endAt, reason: leave.kindId },
			absenceOf(id)
		);
	return standing.length;
}
