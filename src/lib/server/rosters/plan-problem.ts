import type { RosterProblem } from '#solver/rostering/index.ts';
import { InvalidInputError } from '../access/index.ts';
import type { AgentRecord } from '../agents/index.ts';
import type { Actor, Context } from '../context.ts';
import { openTimeZone } from '../history/index.ts';
import { minimumStaffFor } from '../minimum-staff/index.ts';
import { listQueues } from '../queues/index.ts';
import { agentsToRoster, findStaffing, readStaffingIntervals, type StaffingHead } from '../staffing/index.ts';
import { readPersonTerms } from '../wishes/index.ts';
import { buildProblem } from './build-problem.ts';
import { SHIFT_KINDS } from './shift-templates.ts';

/** The rostering problem of some days of a staffing plan for these agents. */
export async function planProblem(
	ctx: Context,
	actor: Actor,
	wanted: { planId: string; start: string; days: number; kinds?: readonly string[] | null },
	agents: readonly AgentRecord[]
): Promise<{ plan: StaffingHead; problem: RosterProblem }> {
	const all: Actor = { ...actor, rights: ['*'] };
	const plan = await findStaffing(ctx, all, wanted.planId);
	if (!plan) throw new InvalidInputError(`Making a roster: there is no staffing plan "${wanted.planId}".`);
	const skillOf = new Map((await listQueues(ctx)).map((queue) => [queue.id, queue.skillId]));
	const wantedIn = agentsToRoster(plan);
	const span = { start: wanted.start, days: wanted.days, timeZone: plan.timeZone };
	const problem = buildProblem({
		start: wanted.start,
		days: wanted.days,
		zone: openTimeZone(plan.timeZone)!,
		intervalSeconds: plan.intervalSeconds,
		demand: (await readStaffingIntervals(ctx, all, plan.id)).map((interval) => ({
			queueId: interval.queueId,
			skillId: skillOf.get(interval.queueId) ?? null,
			startAt: interval.startAt,
			agents: wantedIn(interval)
		})),
		agents,
		terms: await readPersonTerms(ctx, span),
		minimumStaff: await minimumStaffFor(ctx, span),
		kinds: SHIFT_KINDS.filter(({ id }) => !wanted.kinds || wanted.kinds.includes(id))
	});
	return { plan, problem };
}
