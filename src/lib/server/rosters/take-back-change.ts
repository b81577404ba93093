import { and, eq, isNull } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { scheduleChanges } from '../db/schema/index.ts';

/** Takes a change of the day back: the schedule is as if it had not been. False when there is none such in force. */
export async function takeBackChange(ctx: Context, actor: Actor, id: string): Promise<boolean> {
	requireRight(actor, 'schedule.change');
	const { orm } = ctx.db;
	const inForce = and(eq(scheduleChanges.id, id), isNull(scheduleChanges.removedAt));
	const [found] = await orm.select().from(scheduleChanges).where(inForce);
	if (!found) return false;
	const { agentId, kind, fromAt, toAt, movedTo, reason } = found;
	await orm.batch([
		orm.update(scheduleChanges).set({ removedBy: actor.id, removedAt: ctx.now() }).where(inForce),
		recordAuditIfChanged(ctx, actor, {
			action: 'schedule.restore',
			subject: `agent:${agentId}`,
			before: { id, kind, fromAt, toAt, movedTo, reason }
		})
	]);
	return true;
}
