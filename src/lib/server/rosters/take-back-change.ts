import { and, eq, isNull } from 'drizzle-orm';
import { leadsAgent, requireRight } from '../access/index.ts';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { scheduleChanges } from '../db/schema/index.ts';
import { isDecided, tellOfChange } from './tell-of-change.ts';

/**
 * Takes a change of the day back: the schedule is as if it had not been. False when there is none such in force.
 *
 * @param isTold false: the caller tells the agent
 */
export async function takeBackChange(
	ctx: Context,
	actor: Actor,
	id: string,
	{ isTold = true }: { isTold?: boolean } = {}
): Promise<boolean> {
	requireRight(actor, 'schedule.change');
	const { orm } = ctx.db;
	const inForce = and(eq(scheduleChanges.id, id), isNull(scheduleChanges.removedAt));
	const [found] = await orm.select().from(scheduleChanges).where(inForce);
	if (!found) return false;
	// A shift that changed hands goes back as a whole, whoever's part is taken back.
	const together =
		found.kind === 'given' || found.kind === 'taken'
			? await orm
					.select()
					.from(scheduleChanges)
					.where(and(eq(scheduleChanges.proposalId, found.proposalId!), isNull(scheduleChanges.removedAt)))
			: [found];
	if (!together.every(({ agentId }) => leadsAgent(actor, agentId))) return false;
	const [first, ...rest] = together.flatMap((change) => changeToTakeBack(ctx, actor, change));
	await orm.batch([first!, ...rest]);
	for (const { agentId, kind, fromAt } of together)
		if (isTold && isDecided(kind)) await tellOfChange(ctx, agentId, fromAt);
	return true;
}

/**
 * The statements that take a change of the day back and enter it. For domains that do it together with something of
 * their own: rights are the caller's, and so is telling the agent.
 */
export function changeToTakeBack(
	ctx: Context,
	by: Pick<Actor, 'id'>,
	change: Pick<
		typeof scheduleChanges.$inferSelect,
		'id' | 'agentId' | 'kind' | 'fromAt' | 'toAt' | 'movedTo' | 'reason'
	>
) {
	const { id, agentId, kind, fromAt, toAt, movedTo, reason } = change;
	return [
		ctx.db.orm
			.update(scheduleChanges)
			.set({ removedBy: by.id, removedAt: ctx.now() })
			.where(and(eq(scheduleChanges.id, id), isNull(scheduleChanges.removedAt))),
		recordAuditIfChanged(ctx, by, {
			action: 'schedule.restore',
			subject: `agent:${agentId}`,
			before: { id, kind, fromAt, toAt, movedTo, reason }
		})
	] as const;
}
