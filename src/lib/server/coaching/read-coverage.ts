import { and, asc, eq, gt, lt } from 'drizzle-orm';
import { listAgents } from '../agents/index.ts';
import { SYSTEM, type Context } from '../context.ts';
import { coachingSessions, rosters } from '../db/schema/index.ts';
import { listQueues } from '../queues/index.ts';
import { scheduleAsChanged } from '../rosters/index.ts';
import { agentsToRoster, findStaffing, readStaffingIntervals } from '../staffing/index.ts';
import { marginsOf, type Margin } from './margins.ts';

export interface Shift {
	startAt: number;
	endAt: number;
	breaks: { startAt: number; endAt: number }[];
}

/** What published rosters say of a span of time, and of one agent in it. */
export interface Coverage {
	/** Whether a published roster is in force at the instant. */
	isRostered(at: number): boolean;
	/** Of the agent, in order. */
	shifts: Shift[];
	/** Queues that the agent can take. */
	queueIds: string[];
	/** By interval of the staffing plans behind the rosters; empty where no requirement is known. */
	margins: Margin[];
}

/**
 * People scheduled less people required, both over all queues and over those that the agent can take: whichever is
 * less. Sessions that are planned already take their people away.
 */
export async function readCoverage(
	ctx: Context,
	agentId: string,
	fromMs: number,
	toMs: number,
	exceptSession?: string
): Promise<Coverage> {
	const { orm } = ctx.db;
	const [shifts, published, agents, queues, sessions] = await Promise.all([
		scheduleAsChanged(ctx, fromMs, toMs),
		orm
			.select({ fromAt: rosters.fromAt, toAt: rosters.toAt, planId: rosters.planId })
			.from(rosters)
			.where(and(eq(rosters.status, 'published'), lt(rosters.fromAt, toMs), gt(rosters.toAt, fromMs)))
			.orderBy(asc(rosters.publishedAt)),
		listAgents(ctx),
		listQueues(ctx),
		orm
			.select({
				id: coachingSessions.id,
				agentId: coachingSessions.agentId,
				startAt: coachingSessions.startAt,
				endAt: coachingSessions.endAt
			})
			.from(coachingSessions)
			.where(
				and(
					eq(coachingSessions.state, 'planned'),
					lt(coachingSessions.startAt, toMs),
					gt(coachingSessions.endAt, fromMs)
				)
			)
	]);
	const takes = (skills: readonly { skillId: string; proficiency: number }[]): Set<string> => {
		const known = new Set(skills.flatMap(({ skillId, proficiency }) => (proficiency > 0 ? skillId : [])));
		return new Set(
			queues.flatMap((queue) => (queue.skillId === null || known.has(queue.skillId) ? queue.id : []))
		);
	};
	const own = takes(agents.find(({ id }) => id === agentId)?.skills ?? []);
	const sharing = new Set(
		agents.flatMap(({ id, skills }) => ([...takes(skills)].some((queue) => own.has(queue)) ? id : []))
	);
	const margins: Margin[] = [];
	for (const [i, roster] of published.entries()) {
		// Rosters of the same days may both be published: what is asked for is that of the later.
		const later = published.slice(i + 1);
		const plan = roster.planId === null ? null : await findStaffing(ctx, SYSTEM, roster.planId);
		if (!plan) continue;
		const wanted = agentsToRoster(plan);
		const within = (await readStaffingIntervals(ctx, SYSTEM, plan.id)).filter(
			({ startAt }) =>
				startAt >= Math.max(roster.fromAt, fromMs - plan.intervalSeconds * 1000) &&
				startAt < Math.min(roster.toAt, toMs) &&
				!later.some(({ fromAt, toAt }) => fromAt <= startAt && startAt < toAt)
		);
		margins.push(
			...marginsOf({
				required: within.map((interval) => ({
					at: interval.startAt,
					agents: wanted(interval),
					isOwn: own.has(interval.queueId)
				})),
				intervalMs: plan.intervalSeconds * 1000,
				shifts: [...shifts].flatMap(([id, worked]) =>
					worked.map((shift) => ({ ...shift, isOwn: sharing.has(id) }))
				),
				away: sessions
					.filter(({ id }) => id !== exceptSession)
					.map((session) => ({ ...session, isOwn: sharing.has(session.agentId) }))
			})
		);
	}
	return {
		isRostered: (at) => published.some(({ fromAt, toAt }) => fromAt <= at && at < toAt),
		shifts: shifts.get(agentId) ?? [],
		queueIds: [...own],
		margins: margins.sort((a, b) => a.at - b.at)
	};
}
