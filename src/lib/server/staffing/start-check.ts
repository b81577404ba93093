import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { JobUpdate } from '#lib/contracts/live.ts';
import { shrinkageAt } from '#solver/staffing/index.ts';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import { listAgents } from '../agents/index.ts';
import type { Actor, Context } from '../context.ts';
import { rosters, shifts, staffingGroupIntervals, staffingIntervals } from '../db/schema/index.ts';
import type { JobStarter } from '../jobs/index.ts';
import { listQueues } from '../queues/index.ts';
import { wholeNumber } from './fields.ts';
import { gatherWork } from './gather-work.ts';
import { findStaffing, type StaffingHead } from './read-staffing.ts';
import { requestOfPlan } from './request-of-plan.ts';
import { rosterPeople } from './roster-people.ts';
import type { CheckWork } from './run-check.ts';
import { skillGroups } from './skill-groups.ts';
import type { StaffingWork } from './staffing-work.ts';
import { storeCheck } from './store-check.ts';
import type { StoredCheck } from './stored-check.ts';

const ACTION = 'Checking a staffing plan';

export const CheckInput = z.object({
	planId: z.string(),
	/** Whose people are tried in place of those that the plan asks for. */
	rosterId: z.string().nullable().default(null),
	replications: wholeNumber(1, 2_000).default(300)
});
export type CheckInput = z.input<typeof CheckInput>;

/** Simulates a plan, or a roster made for it, as a job; what it finds is kept with the plan. */
export async function startCheck(
	ctx: Context,
	jobs: JobStarter,
	actor: Actor,
	input: CheckInput
): Promise<JobUpdate> {
	requireRight(actor, 'staffing.compute');
	const wanted = parseInput(ACTION, CheckInput, input);
	const plan = await findStaffing(ctx, { ...actor, rights: ['*'] }, wanted.planId);
	if (!plan) throw new InvalidInputError(`${ACTION}: there is no staffing plan "${wanted.planId}".`);
	const request = { ...requestOfPlan(plan), pool: false, replications: wanted.replications };
	const work = await gatherWork(ctx, actor, request);
	const roster = wanted.rosterId === null ? null : await peopleOfRoster(ctx, plan, work, wanted.rosterId);
	const payload: CheckWork = roster?.check ?? (await peopleOfPlan(ctx, plan, work));
	return jobs.start(actor, {
		kind: 'staffing-check',
		input: wanted,
		payload,
		finish: (result) => storeCheck(ctx, actor, plan.id, roster?.head ?? null, result as StoredCheck)
	});
}

/** The agents that the plan asks for: of its groups, or queue by queue. */
async function peopleOfPlan(
	{ db: { orm } }: Context,
	plan: StaffingHead,
	work: StaffingWork
): Promise<CheckWork> {
	const rows = plan.groups
		? await orm
				.select({
					id: staffingGroupIntervals.groupId,
					startAt: staffingGroupIntervals.startAt,
					agents: staffingGroupIntervals.agents
				})
				.from(staffingGroupIntervals)
				.where(eq(staffingGroupIntervals.planId, plan.id))
		: await orm
				.select({
					id: staffingIntervals.queueId,
					startAt: staffingIntervals.startAt,
					agents: staffingIntervals.agents
				})
				.from(staffingIntervals)
				.where(eq(staffingIntervals.planId, plan.id));
	const groups = plan.groups ?? work.queues.map(({ id }) => ({ id, queueIds: [id] }));
	const ofGroup = Map.groupBy(rows, ({ id }) => id);
	return {
		work,
		groups: groups.map(({ id, queueIds }) => {
			const at = new Map(ofGroup.get(id)?.map((row) => [row.startAt, row.agents]));
			return { id, queueIds, agents: work.instants.map((instant) => at.get(instant) ?? 0) };
		}),
		fromAt: work.instants[0]!,
		toAt: work.instants.at(-1)! + 1
	};
}

/** Who is at work by a roster, less what is lost to shrinkage that it does not place itself. */
async function peopleOfRoster(
	ctx: Context,
	plan: StaffingHead,
	work: StaffingWork,
	rosterId: string
): Promise<{ check: CheckWork; head: { id: string; name: string; fromAt: number; toAt: number } }> {
	const { orm } = ctx.db;
	const [roster] = await orm.select().from(rosters).where(eq(rosters.id, rosterId));
	if (!roster) throw new InvalidInputError(`${ACTION}: there is no roster "${rosterId}".`);
	const fromAt = Math.max(roster.fromAt, work.instants[0]!);
	const toAt = Math.min(roster.toAt, work.instants.at(-1)! + 1);
	if (fromAt >= toAt)
		throw new InvalidInputError(
			`${ACTION}: the roster "${roster.name}" has no day in common with the plan "${plan.name}"; choose a roster of the plan's days.`
		);
	const worked = await orm
		.select()
		.from(shifts)
		.where(eq(shifts.rosterId, rosterId))
		.orderBy(asc(shifts.startAt));
	const [agents, queues] = await Promise.all([listAgents(ctx), listQueues(ctx)]);
	const planned = new Set(work.queues.map(({ id }) => id));
	const groups = skillGroups(
		agents,
		queues.filter(({ id }) => planned.has(id))
	);
	if (groups.length === 0)
		throw new InvalidInputError(
			`${ACTION}: none of the ${agents.length} agents has a skill that the plan's queues ask for; give them skills first.`
		);
	const people = rosterPeople(groups, worked, work.instants, work.intervalSeconds);
	const items = work.terms.shrinkage.filter(({ isRostered }) => !isRostered);
	const present = work.minutes.map(
		(minute, i) => 1 - shrinkageAt(items, work.weekdays[i]!, minute, work.intervalSeconds / 60)
	);
	return {
		check: {
			work,
			groups: groups.map(({ id, queueIds }) => ({
				id,
				queueIds,
				agents: people.get(id)!.map((count, i) => count * present[i]!)
			})),
			fromAt,
			toAt
		},
		head: { id: roster.id, name: roster.name, fromAt, toAt }
	};
}
