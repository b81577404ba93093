import type { AgentDesk, DeskFinding, DeskMetric } from '#lib/contracts/coaching-views.ts';
import { eq } from 'drizzle-orm';
import {
	figureAt,
	METRICS,
	type ExpectedEffect,
	type Metric,
	type Recommendation
} from '#solver/coaching/index.ts';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { agents, queues, teams } from '../db/schema/index.ts';
import { listSessions } from './list-sessions.ts';
import { readAgentCoaching } from './read-coaching.ts';
import { readWeeks } from './read-weeks.ts';

const Z90 = 1.6448536269514722;

/** All that a coach looks at before a talk; null when there is no such agent. */
export async function readAgentDesk(ctx: Context, actor: Actor, agentId: string): Promise<AgentDesk | null> {
	requireRight(actor, 'coaching.view', { person: agentId });
	const { orm } = ctx.db;
	const [agent] = await orm
		.select({ id: agents.id, name: agents.name, teamName: teams.name })
		.from(agents)
		.leftJoin(teams, eq(teams.id, agents.teamId))
		.where(eq(agents.id, agentId));
	if (!agent) return null;
	const [view, sessions, people, queueRows] = await Promise.all([
		readAgentCoaching(ctx, actor, agentId),
		listSessions(ctx, actor, { agentId }),
		orm.select({ id: agents.id, name: agents.name }).from(agents),
		orm.select({ id: queues.id, name: queues.name }).from(queues)
	]);
	const weeks = view ? await readWeeks(ctx, agentId, view.run) : { starts: [], figures: new Map() };
	const names = new Map(people.map(({ id, name }) => [id, name]));
	const queueNames = new Map(queueRows.map(({ id, name }) => [id, name]));
	const spreads = new Map(
		((view?.run.metrics ?? []) as { metric: Metric; spread: number }[]).map(({ metric, spread }) => [
			metric,
			spread
		])
	);
	const metrics = (view?.estimates ?? []).map((row): DeskMetric => {
		const metric = row.metric as Metric;
		const ends = [row.estimate - Z90 * row.sd, row.estimate + Z90 * row.sd];
		const figures = ends.map((by) => figureAt(metric, row.expected, by));
		const spread = spreads.get(metric) ?? 0;
		return {
			metric,
			verdict: row.verdict,
			detail: row.detail,
			observations: row.observations,
			days: row.days,
			reached: row.reached,
			expected: row.expected,
			level: figureAt(metric, row.expected, row.estimate),
			low: Math.min(...figures),
			high: Math.max(...figures),
			sds: row.sds,
			sdsLow: spread > 0 ? ends[0]! / spread : 0,
			sdsHigh: spread > 0 ? ends[1]! / spread : 0,
			gapProbability: row.gapProbability,
			weeks: weeks.figures.get(metric) ?? []
		};
	});
	metrics.sort((a, b) => METRICS.indexOf(a.metric) - METRICS.indexOf(b.metric));
	const findings = (view?.findings ?? []).map((finding): DeskFinding => {
		const main = finding.mainCase as { queue: string; channel: string; intent: string } | null;
		const mentors = finding.mentors as { agentId: string; metric: string; commonWork: number }[];
		return {
			...finding,
			recommendations: finding.recommendations as (Recommendation & { effects: ExpectedEffect[] })[],
			mentors: mentors.map((mentor) => ({ ...mentor, name: names.get(mentor.agentId) ?? mentor.agentId })),
			mainCase: main && { ...main, queueName: queueNames.get(main.queue) ?? main.queue }
		};
	});
	const shown = new Set(findings.flatMap(({ evidence }) => evidence.map((one) => one.agentId)));
	return {
		agent,
		run: view && {
			fromDate: view.run.fromDate,
			toDate: view.run.toDate,
			computedAt: view.run.computedAt
		},
		weeks: weeks.starts,
		metrics,
		findings,
		sessions,
		names: Object.fromEntries([...shown].map((id) => [id, names.get(id) ?? id]))
	};
}
