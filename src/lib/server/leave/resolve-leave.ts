import { and, eq } from 'drizzle-orm';
import { leadsAgent, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { leaveRequests } from '../db/schema/index.ts';
import { inTurn } from '../in-turn.ts';
import { recordChange } from '../rosters/index.ts';
import { absenceOf } from './end-leave.ts';
import type { LeaveRow } from './leave-book.ts';
import { standingShifts, type Span } from './standing-shifts.ts';

/**
 * Takes the published shifts out that stand in the way of an approved leave: absences among the changes of the day, which
 * go with the leave when that is taken back. Answers how many; null when there is no such leave.
 */
export async function resolveLeave(ctx: Context, actor: Actor, id: string): Promise<number | null> {
	requireRight(actor, 'schedule.change');
	return inTurn(ctx.db, async () => {
		const [leave] = await ctx.db.orm
			.select()
			.from(leaveRequests)
			.where(and(eq(leaveRequests.id, id), eq(leaveRequests.state, 'approved')));
		if (!leave || !leadsAgent(actor, leave.agentId)) return null;
		const standing = (await standingShifts(ctx, [leave], ctx.now())).get(id) ?? [];
		await takeOut(ctx, actor, leave, standing);
		return standing.length;
	});
}

/** Makes absences for a leave of what stands in its way. Within a turn, as the leave must not be taken back meanwhile. */
export async function takeOut(
	ctx: Context,
	actor: Actor,
	{ id, agentId, kindId }: LeaveRow,
	standing: readonly Span[]
): Promise<void> {
	for (const { startAt: fromAt, endAt: toAt } of standing)
		await recordChange(ctx, actor, { agentId, kind: 'absent', fromAt, toAt, reason: kindId }, absenceOf(id));
}
