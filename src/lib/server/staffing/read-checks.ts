import { eq } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { staffingPlans } from '../db/schema/index.ts';
import type { PlanChecks } from './stored-check.ts';

/** What simulations found of a plan, and of a roster made for it. */
export async function readChecks({ db }: Context, actor: Actor, planId: string): Promise<PlanChecks> {
	requireRight(actor, 'staffing.view');
	const [row] = await db.orm
		.select({ check: staffingPlans.check })
		.from(staffingPlans)
		.where(eq(staffingPlans.id, planId));
	return (row?.check as unknown as PlanChecks | null) ?? { plan: null, roster: null };
}
