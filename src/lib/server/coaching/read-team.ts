import {
	TEAM_STATES,
	type TeamFigure,
	type TeamRow,
	type TeamState,
	type TeamView
} from '#lib/contracts/coaching-views.ts';
import { asc, desc, eq, inArray } from 'drizzle-orm';
import { METRICS, type ExpectedEffect, type Metric } from '#solver/coaching/index.ts';
import { leadsAgent, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import {
	agents,
	coachingFindings,
	coachingRuns,
	coachingSessions,
	teams,
	users
} from '../db/schema/index.ts';
import { stateAt } from './session-row.ts';

export interface TeamFilter {
	teamId?: string | null;
	metric?: Metric | null;
	state?: TeamState;
}

/** Who should practise what, and why: a line for each agent, without the evidence itself. */
export async function readTeam(ctx: Context, actor: Actor, filter: TeamFilter = {}): Promise<TeamView> {
	requireRight(actor, 'coaching.view');
	const { orm, client } = ctx.db;
	const [[run], people, teamRows] = await Promise.all([
		orm.select().from(coachingRuns).orderBy(desc(coachingRuns.computedAt)).limit(1),
		orm
			.select({ id: agents.id, name: agents.name, teamId: agents.teamId })
			.from(agents)
			.orderBy(asc(agents.name)),
		orm.select({ id: teams.id, name: teams.name }).from(teams).orderBy(asc(teams.name))
	]);
	const runId = run?.id ?? '';
	const [findings, counted, verdicts, told, sessions] = await Promise.all([
		orm
			.select()
			.from(coachingFindings)
			.where(eq(coachingFindings.runId, runId))
			.orderBy(desc(coachingFindings.priority)),
		client.execute({
			sql: `SELECT e.finding_id, count(*) FROM coaching_evidence AS e JOIN coaching_findings AS f ON f.id = e.finding_id
				WHERE f.run_id = ? AND e.role = 'shows-it' GROUP BY e.finding_id`,
			args: [runId]
		}),
		client.execute({
			sql: `SELECT agent_id, metric, verdict, reached, expected FROM coaching_estimates
				WHERE run_id = ? AND verdict IN ('gap', 'strength') ORDER BY abs(sds) DESC`,
			args: [runId]
		}),
		client.execute({
			sql: `SELECT agent_id, min(verdict = 'thin') FROM coaching_estimates WHERE run_id = ? GROUP BY agent_id`,
			args: [runId]
		}),
		orm
			.select({
				id: coachingSessions.id,
				agentId: coachingSessions.agentId,
				cause: coachingSessions.cause,
				state: coachingSessions.state,
				startAt: coachingSessions.startAt,
				endAt: coachingSessions.endAt,
				heldAt: coachingSessions.heldAt,
				coach: users.name
			})
			.from(coachingSessions)
			.leftJoin(users, eq(users.id, coachingSessions.coachId))
			.where(inArray(coachingSessions.state, ['planned', 'held', 'acknowledged', 'missed']))
			.orderBy(asc(coachingSessions.startAt))
	]);
	const now = ctx.now();
	const names = new Map(people.map(({ id, name }) => [id, name]));
	const teamNames = new Map(teamRows.map(({ id, name }) => [id, name]));
	const evidenceOf = new Map(counted.rows.map((row) => [String(row[0]), Number(row[1])]));
	const thin = new Map(told.rows.map((row) => [String(row[0]), Number(row[1]) === 1]));
	const findingsOf = Map.groupBy(findings, ({ agentId }) => agentId);
	const sessionsOf = Map.groupBy(sessions, ({ agentId }) => agentId);
	const figuresOf = Map.groupBy(verdicts.rows, (row) => String(row[0]));

	const all = people
		.filter(({ id, teamId }) => leadsAgent(actor, id) && (!filter.teamId || teamId === filter.teamId))
		.map(({ id, name, teamId }): TeamRow => {
			const own = findingsOf.get(id) ?? [];
			const figures = (figuresOf.get(id) ?? []).map((row) => ({
				metric: String(row[1]) as Metric,
				verdict: String(row[2]),
				reached: Number(row[3]),
				expected: Number(row[4])
			}));
			const figure = ({ metric, reached, expected }: (typeof figures)[number]): TeamFigure => ({
				metric,
				reached,
				expected
			});
			const mine = (sessionsOf.get(id) ?? []).map((session) => ({
				...session,
				state: stateAt(session, now)
			}));
			const next = mine.find(({ state }) => state === 'planned');
			const last = mine.findLast(({ state }) => state !== 'planned');
			const [first] = own;
			return {
				agentId: id,
				name,
				teamName: teamId === null ? null : (teamNames.get(teamId) ?? null),
				verdict: first ? 'findings' : !thin.has(id) ? 'unseen' : thin.get(id) ? 'thin' : 'nothing',
				finding: first
					? {
							...findingOf(first, names, actor),
							gaps: figures.filter(({ metric }) => first.gaps.includes(metric)).map(figure),
							evidence: evidenceOf.get(first.id) ?? 0
						}
					: null,
				more: Math.max(0, own.length - 1),
				strengths: figures.filter(({ verdict }) => verdict === 'strength').map(figure),
				next: next ? { id: next.id, startAt: next.startAt, coach: next.coach, cause: next.cause } : null,
				last: last ? { id: last.id, at: last.heldAt ?? last.startAt, state: last.state as 'held' } : null
			};
		});
	const order = new Map(findings.map(({ id }, i) => [id, i]));
	all.sort(
		(a, b) =>
			(order.get(a.finding?.id ?? '') ?? Infinity) - (order.get(b.finding?.id ?? '') ?? Infinity) ||
			b.strengths.length - a.strengths.length ||
			0
	);
	const state = filter.state ?? 'findings';
	return {
		run: run ? { fromDate: run.fromDate, toDate: run.toDate, computedAt: run.computedAt } : null,
		rows: all.filter((row) => isIn(row, state) && shows(row, filter.metric ?? null)),
		counts: Object.fromEntries(
			TEAM_STATES.map((name) => [name, all.filter((row) => isIn(row, name)).length])
		) as TeamView['counts'],
		teams: teamRows.filter(({ id }) => people.some((one) => one.teamId === id && leadsAgent(actor, one.id)))
	};
}

function findingOf(
	row: typeof coachingFindings.$inferSelect,
	names: ReadonlyMap<string, string>,
	actor: Actor
): Omit<NonNullable<TeamRow['finding']>, 'gaps' | 'evidence'> {
	const [best] = row.recommendations as {
		module: string;
		effects: ExpectedEffect[];
		minutesPerWeek: number;
	}[];
	const mentors = (row.mentors as { agentId: string }[]).filter(({ agentId }) => leadsAgent(actor, agentId));
	return {
		id: row.id,
		cause: row.cause,
		probability: row.probability,
		moduleId: best?.module ?? null,
		effect: best?.effects.find(({ metric }) => row.gaps.includes(metric)) ?? best?.effects[0] ?? null,
		minutesPerWeek: best?.minutesPerWeek ?? null,
		mentors: mentors.map(({ agentId }) => ({ agentId, name: names.get(agentId) ?? agentId }))
	};
}

function isIn(row: TeamRow, state: TeamState): boolean {
	switch (state) {
		case 'all':
			return true;
		case 'open':
			return row.verdict === 'findings' && row.next === null;
		case 'planned':
			return row.next !== null;
		case 'strengths':
			return row.strengths.length > 0;
		case 'thin':
			return row.verdict === 'thin' || row.verdict === 'unseen';
		default:
			return row.verdict === state;
	}
}

const shows = ({ finding, strengths }: TeamRow, metric: Metric | null): boolean =>
	metric === null ||
	!METRICS.includes(metric) ||
	(finding?.gaps ?? []).some((gap) => gap.metric === metric) ||
	strengths.some((strength) => strength.metric === metric);
