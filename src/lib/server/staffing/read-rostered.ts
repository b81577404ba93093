import { and, asc, desc, eq, gt, lt } from 'drizzle-orm';
import { can } from '../access/index.ts';
import { listAgents } from '../agents/index.ts';
import type { Actor, Context } from '../context.ts';
import { rosters, shifts } from '../db/schema/index.ts';
import { listQueues } from '../queues/index.ts';
import { agentsToRoster } from './agents-to-roster.ts';
import { readStaffingIntervals, type StaffingHead } from './read-staffing.ts';
import { rosterPeople } from './roster-people.ts';
import { skillGroups } from './skill-groups.ts';

export interface RosterChoice {
	id: string;
	name: string;
	status: 'draft' | 'published';
	fromAt: number;
	toAt: number;
}

/** A plan's requirement beside who is rostered: shrinkage that the roster places itself is not in either. */
export interface RosteredPlan {
	/** Rosters with days of the plan in them: published first, then the newest. */
	rosters: RosterChoice[];
	chosen: RosterChoice | null;
	/** Intervals of the plan within the chosen roster's days. */
	points: { at: number; required: number; scheduled: number }[];
	/** By skill group, people by point. */
	groups: { id: string; queueIds: string[]; scheduled: number[] }[];
}

/** Nothing but the plan is shown to those who may not see rosters. */
export async function readRostered(
	ctx: Context,
	actor: Actor,
	plan: StaffingHead,
	rosterId: string | null
): Promise<RosteredPlan> {
	const none: RosteredPlan = { rosters: [], chosen: null, points: [], groups: [] };
	if (!can(actor, 'roster.view')) return none;
	const { orm } = ctx.db;
	const choices = await orm
		.select({
			id: rosters.id,
			name: rosters.name,
			status: rosters.status,
			fromAt: rosters.fromAt,
			toAt: rosters.toAt
		})
		.from(rosters)
		.where(and(lt(rosters.fromAt, plan.toAt), gt(rosters.toAt, plan.fromAt)))
		.orderBy(desc(eq(rosters.status, 'published')), desc(rosters.createdAt));
	const chosen = choices.find(({ id }) => id === rosterId) ?? choices[0] ?? null;
	if (!chosen) return none;

	const [intervals, worked, agents, queues] = await Promise.all([
		readStaffingIntervals(ctx, actor, plan.id),
		orm.select().from(shifts).where(eq(shifts.rosterId, chosen.id)).orderBy(asc(shifts.startAt)),
		listAgents(ctx),
		listQueues(ctx)
	]);
	const wantedIn = agentsToRoster(plan);
	const required = new Map<number, number>();
	for (const interval of intervals) {
		const { startAt } = interval;
		if (startAt < chosen.fromAt || startAt >= chosen.toAt) continue;
		required.set(startAt, (required.get(startAt) ?? 0) + wantedIn(interval));
	}
	const instants = [...required.keys()].sort((a, b) => a - b);
	const groups = skillGroups(
		agents,
		queues.filter(({ id }) => plan.parameters[id])
	);
	const people = rosterPeople(groups, worked, instants, plan.intervalSeconds);
	const scheduled = instants.map((_, i) => groups.reduce((sum, { id }) => sum + people.get(id)![i]!, 0));
	return {
		rosters: choices,
		chosen,
		points: instants.map((at, i) => ({ at, required: required.get(at)!, scheduled: scheduled[i]! })),
		groups: groups.map(({ id, queueIds }) => ({ id, queueIds, scheduled: people.get(id)! }))
	};
}
