import { requireRight } from '../access/index.ts';
import { knowsSkill, listAgents } from '../agents/index.ts';
import type { Actor, Context } from '../context.ts';
import { openTimeZone } from '../history/index.ts';
import { listQueues, listSkills } from '../queues/index.ts';
import { agentsToRoster, findStaffing, readStaffingIntervals } from '../staffing/index.ts';

/** What a staffing plan asks for by local day, and who there is to work it. */
export interface SizeUp {
	/** Local dates of the plan in order; agent-hours by skill, '' for work that anybody can do. */
	days: { date: string; agentHours: Record<string, number> }[];
	agents: number;
	/** Sum of the agents' most hours a week. */
	hoursPerWeek: number;
	/** By skill asked for. */
	skills: { id: string; name: string; agents: number }[];
}

const HOURS_WITHOUT_CONTRACT = 40;

/** Null when there is no such plan. */
export async function sizeUp(ctx: Context, actor: Actor, planId: string): Promise<SizeUp | null> {
	requireRight(actor, 'roster.view', { whole: true });
	const all: Actor = { ...actor, rights: ['*'] };
	const plan = await findStaffing(ctx, all, planId);
	if (!plan) return null;
	const [intervals, queues, skills, agents] = await Promise.all([
		readStaffingIntervals(ctx, all, planId),
		listQueues(ctx),
		listSkills(ctx),
		listAgents(ctx)
	]);
	const skillOf = new Map(queues.map((queue) => [queue.id, queue.skillId]));
	const zone = openTimeZone(plan.timeZone)!;
	const hours = plan.intervalSeconds / 3_600;
	const days = new Map<string, Record<string, number>>();
	const asked = new Set<string>();
	const wantedIn = agentsToRoster(plan);
	for (const interval of intervals) {
		const { queueId, startAt } = interval;
		const wanted = wantedIn(interval);
		const date = new Date(startAt + zone.offsetMs(startAt)).toISOString().slice(0, 10);
		const day = days.get(date) ?? {};
		const skill = skillOf.get(queueId) ?? '';
		if (wanted > 0) asked.add(skill);
		day[skill] = (day[skill] ?? 0) + wanted * hours;
		days.set(date, day);
	}
	return {
		days: [...days]
			.map(([date, agentHours]) => ({ date, agentHours }))
			.sort((a, b) => a.date.localeCompare(b.date)),
		agents: agents.length,
		hoursPerWeek: agents.reduce(
			(sum, { contract }) => sum + (contract?.maxHoursPerWeek ?? HOURS_WITHOUT_CONTRACT),
			0
		),
		skills: skills
			.filter(({ id }) => asked.has(id))
			.map(({ id, name }) => ({
				id,
				name,
				agents: agents.filter((agent) => knowsSkill(agent, id)).length
			}))
	};
}
