import { eq } from 'drizzle-orm';
import type { RosterProblem } from '#solver/rostering/index.ts';
import { requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { rosters } from '../db/schema/index.ts';
import { openTimeZone } from '../history/index.ts';
import { listQueues } from '../queues/index.ts';
import { agentsToRoster, findStaffing, readStaffingIntervals } from '../staffing/index.ts';
import { demandNeeds } from './demand-needs.ts';

/**
 * Holds a roster against what a staffing plan asks for: its shifts stay, its cover is judged by the plan from now on.
 * False when there is no such roster or plan.
 */
export async function holdAgainstPlan(
	ctx: Context,
	actor: Actor,
	rosterId: string,
	planId: string
): Promise<boolean> {
	requireRight(actor, 'roster.compute');
	const { orm } = ctx.db;
	const all: Actor = { ...actor, rights: ['*'] };
	const [[row], plan] = await Promise.all([
		orm.select().from(rosters).where(eq(rosters.id, rosterId)),
		findStaffing(ctx, all, planId)
	]);
	if (!row || !plan) return false;
	const problem = row.problem as RosterProblem;
	const skillOf = new Map((await listQueues(ctx)).map((queue) => [queue.id, queue.skillId]));
	const wantedIn = agentsToRoster(plan);
	const demand = demandNeeds({
		start: problem.horizon.start,
		days: problem.horizon.days,
		zone: openTimeZone(row.timeZone)!,
		intervalMinutes: plan.intervalSeconds / 60,
		grid: problem.intervalMinutes,
		demand: (await readStaffingIntervals(ctx, all, planId)).map((interval) => ({
			queueId: interval.queueId,
			skillId: skillOf.get(interval.queueId) ?? null,
			startAt: interval.startAt,
			agents: wantedIn(interval)
		}))
	});
	await orm.batch([
		orm
			.update(rosters)
			.set({ planId, problem: { ...problem, demand } })
			.where(eq(rosters.id, rosterId)),
		recordAudit(ctx, actor, {
			action: 'roster.hold',
			subject: `roster:${rosterId}`,
			before: row.planId,
			after: planId
		})
	]);
	return true;
}
