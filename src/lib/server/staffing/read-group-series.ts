import { asc, eq } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { staffingGroupIntervals } from '../db/schema/index.ts';
import type { StaffingHead } from './read-staffing.ts';
import { shrinkageOfPlan } from './shrinkage-of-plan.ts';
import type { StaffingGroup } from './skill-groups.ts';

/** What a plan asks of each skill group, by interval. */
export interface GroupSeries {
	instants: number[];
	groups: (StaffingGroup & {
		agents: number[];
		/** Not rounded, so that the groups add up to the plan. */
		agentsWithShrinkage: number[];
	})[];
}

/** Null for a plan queue by queue. */
export async function readGroupSeries(
	{ db }: Context,
	actor: Actor,
	plan: StaffingHead
): Promise<GroupSeries | null> {
	requireRight(actor, 'staffing.view');
	if (!plan.groups) return null;
	const rows = await db.orm
		.select()
		.from(staffingGroupIntervals)
		.where(eq(staffingGroupIntervals.planId, plan.id))
		.orderBy(asc(staffingGroupIntervals.startAt));
	const shrinkage = shrinkageOfPlan(plan, 'all');
	const ofGroup = Map.groupBy(rows, ({ groupId }) => groupId);
	const instants = [...new Set(rows.map(({ startAt }) => startAt))];
	return {
		instants,
		groups: plan.groups.map((group) => {
			const own = ofGroup.get(group.id) ?? [];
			return {
				...group,
				agents: own.map(({ agents }) => agents),
				agentsWithShrinkage: own.map(({ agents, startAt }) => agents / (1 - shrinkage(startAt)))
			};
		})
	};
}
