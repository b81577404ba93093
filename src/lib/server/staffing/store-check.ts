import { eq } from 'drizzle-orm';
import { recordAudit } from '../audit/index.ts';
import { SYSTEM, type Actor, type Context } from '../context.ts';
import { staffingPlans } from '../db/schema/index.ts';
import { readChecks } from './read-checks.ts';
import type { PlanChecks, StoredCheck } from './stored-check.ts';

/** Keeps what a simulation found of a plan, or of a roster made for it, in place of what was found before. */
export async function storeCheck(
	ctx: Context,
	actor: Actor,
	planId: string,
	roster: { id: string; name: string; fromAt: number; toAt: number } | null,
	result: StoredCheck
): Promise<{ planId: string; rosterId: string | null }> {
	const { orm } = ctx.db;
	const before = await readChecks(ctx, SYSTEM, planId);
	const found = { ...result, checkedAt: ctx.now() };
	const checks: PlanChecks = roster
		? {
				...before,
				roster: {
					...found,
					rosterId: roster.id,
					rosterName: roster.name,
					fromAt: roster.fromAt,
					toAt: roster.toAt
				}
			}
		: { ...before, plan: found };
	await orm.batch([
		orm
			.update(staffingPlans)
			.set({ check: { ...checks } })
			.where(eq(staffingPlans.id, planId)),
		recordAudit(ctx, actor, {
			action: 'staffing.check',
			subject: `staffing:${planId}`,
			after: { rosterId: roster?.id ?? null, probabilityMet: found.overall.probabilityMet?.value ?? null }
		})
	]);
	return { planId, rosterId: roster?.id ?? null };
}
