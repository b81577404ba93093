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
	if (!found || !leadsAgent(actor, found.agentId)) return false;
	const { agentId, kind, fromAt, toAt, movedTo, reason } = found;
	await orm.batch([
		orm.update(scheduleChanges).set({ removedBy: actor.id, removedAt: ctx.now() }).where(inForce),
		recordAuditIfChanged(ctx, actor, {
			action: 'schedule.restore',
			subject: `agent:${agentId}`,
			before: { id, kind, fromAt, toAt, movedTo, reason }
		})
	]);
	if (isTold && isDecided(kind)) await tellOfChange(ctx, agentId, fromAt);
	return true;
}
