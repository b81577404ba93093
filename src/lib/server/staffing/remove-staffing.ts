import { and, eq, isNotNull, isNull, lt, notExists } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { rosters, staffingPlans } from '../db/schema/index.ts';

/** So long a removed plan can be brought back; one that a roster was made from stays, unseen, with its roster. */
const KEPT_MS = 7 * 86_400_000;

/** Takes a plan away; restoreStaffing() brings it back. False when there is none such. */
export async function removeStaffing(ctx: Context, actor: Actor, id: string): Promise<boolean> {
	requireRight(actor, 'staffing.compute');
	const { orm } = ctx.db;
	const [found] = await orm
		.select({ name: staffingPlans.name })
		.from(staffingPlans)
		.where(and(eq(staffingPlans.id, id), isNull(staffingPlans.removedAt)));
	if (!found) return false;
	const ofPlan = orm.select({ id: rosters.id }).from(rosters).where(eq(rosters.planId, staffingPlans.id));
	await orm.batch([
		orm.update(staffingPlans).set({ removedAt: ctx.now() }).where(eq(staffingPlans.id, id)),
		recordAudit(ctx, actor, { action: 'staffing.remove', subject: `staffing:${id}`, before: found }),
		orm.delete(staffingPlans).where(and(lt(staffingPlans.removedAt, ctx.now() - KEPT_MS), notExists(ofPlan)))
	]);
	return true;
}

/** Brings a removed plan back. False when there is none such. */
export async function restoreStaffing(ctx: Context, actor: Actor, id: string): Promise<boolean> {
	requireRight(actor, 'staffing.compute');
	const { orm } = ctx.db;
	const [found] = await orm
		.select({ name: staffingPlans.name })
		.from(staffingPlans)
		.where(and(eq(staffingPlans.id, id), isNotNull(staffingPlans.removedAt)));
	if (!found) return false;
	await orm.batch([
		orm.update(staffingPlans).set({ removedAt: null }).where(eq(staffingPlans.id, id)),
		recordAudit(ctx, actor, { action: 'staffing.restore', subject: `staffing:${id}`, after: found })
	]);
	return true;
}
