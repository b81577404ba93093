import { afterEach, beforeEach } from 'vitest';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import type { Actor } from '../context.ts';
import {
	agents,
	coachingEstimates,
	coachingEvidence,
	coachingFindings,
	coachingRuns,
	queues,
	sites,
	users
} from '../db/schema/index.ts';
import { insertPlan, publishRoster } from '../rosters/testing.ts';
import { planSession, type SessionPlan } from './plan-session.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Monday 2 March 2026, midnight UTC. */
export const MONDAY = Date.UTC(2026, 2, 2);
export const supervisor: Actor = { ...actorWithRole('supervisor'), id: 'user:coach' };
export const own: Actor = { ...actorWithRole('agent'), id: 'user:ana', agentId: 'ana' };
export const other: Actor = { ...actorWithRole('agent'), id: 'user:ben', agentId: 'ben' };

export let test: Awaited<ReturnType<typeof openTestContext>>;

export const plan = (more: Partial<SessionPlan> = {}): SessionPlan => ({
	agentId: 'ana',
	cause: 'knowledge',
	moduleId: 'search-drill',
	metrics: ['aht', 'hold'],
	startAt: MONDAY + 10 * HOUR,
	endAt: MONDAY + 10.5 * HOUR,
	...more
});
export async function planned(more: Partial<SessionPlan> = {}): Promise<string> {
	const made = await planSession(test.ctx, supervisor, plan(more));
	if (made.kind !== 'ok') throw new Error(`Planning for a test: ${made.reason}.`);
	return made.session.id;
}

/** A published roster of Monday: ana 9–17 with lunch at 12, ben 9–17, cat off; so many are required from 9 to 17. */
export async function rosterOfMonday(required: number | null): Promise<void> {
	const span = { fromAt: MONDAY, toAt: MONDAY + DAY };
	const startAt = MONDAY + 9 * HOUR;
	if (required !== null)
		await insertPlan(test.ctx, span, {
			queueId: 'q',
			startAt,
			intervalSeconds: 3600,
			// From 14 on one less is needed.
			agents: Array.from({ length: 8 }, (_, i) => (i < 5 ? required : required - 1)),
			agentsWithShrinkage: required
		});
	await publishRoster(test.ctx, { ...span, planId: required === null ? null : 'p' }, ['ana', 'ben'], {
		startAt,
		endAt: MONDAY + 17 * HOUR,
		breaksOf: (agent) =>
			agent === 'ana' ? [{ startAt: MONDAY + 12 * HOUR, endAt: MONDAY + 13 * HOUR, isPaid: false }] : []
	});
}

/** A run that found something in ana, and a strength in ben. */
export async function runWithFinding(): Promise<void> {
	const { orm } = test.ctx.db;
	await orm.insert(coachingRuns).values({
		id: 'run',
		fromDate: '2026-01-05',
		toDate: '2026-03-01',
		metrics: [{ metric: 'aht', spread: 0.2, material: 0.1, agents: 3 }],
		computedBy: 'x',
		computedAt: 1
	});
	const figures = { observations: 400, days: 30, expected: 250, sd: 0.04, gapProbability: 0.99, gapP: 0.001 };
	await orm.insert(coachingEstimates).values([
		{
			...figures,
			runId: 'run',
			agentId: 'ana',
			metric: 'aht',
			verdict: 'gap',
			reached: 320,
			estimate: -0.2,
			sds: -1
		},
		{
			...figures,
			runId: 'run',
			agentId: 'ben',
			metric: 'aht',
			verdict: 'strength',
			reached: 200,
			estimate: 0.2,
			sds: 1
		},
		{
			...figures,
			runId: 'run',
			agentId: 'cat',
			metric: 'aht',
			verdict: 'thin',
			reached: 250,
			estimate: 0,
			sds: 0
		}
	]);
	const effect = {
		metric: 'aht',
		now: 320,
		then: 290,
		thenLow: 250,
		thenHigh: 330,
		sds: 0.3,
		probabilityHelps: 0.8,
		uses: 0
	};
	await orm.insert(coachingFindings).values({
		id: 'finding',
		runId: 'run',
		agentId: 'ana',
		cause: 'knowledge',
		probability: 0.99,
		priority: 3,
		gaps: ['aht'],
		support: [],
		mainCase: { queue: 'q', channel: 'voice', intent: '' },
		recommendations: [
			{ module: 'search-drill', effects: [effect], minutesPerWeek: 12, effortMinutes: 55, priority: 3 }
		],
		mentors: [{ agentId: 'ben', metric: 'aht', commonWork: 0.9 }]
	});
	await orm.insert(coachingEvidence).values(
		[
			{ contactId: 'c1', agentId: 'ana', role: 'shows-it' as const },
			{ contactId: 'c2', agentId: 'ben', role: 'good-peer' as const }
		].map((row, ordinal) => ({ ...row, findingId: 'finding', ordinal, score: -1, values: { aht: 6 } }))
	);
}

/** A centre with a coach, two agents and a catalogue before each test. */
export function useSessionCentre(): void {
	beforeEach(async () => {
		test = await openTestContext();
		test.clock.at = MONDAY + 8 * HOUR;
		const { orm } = test.ctx.db;
		await orm.insert(sites).values({ id: 'main', name: 'Main', timeZone: 'UTC', createdAt: 1 });
		await orm
			.insert(queues)
			.values({ id: 'q', siteId: 'main', name: 'Q', channel: 'voice' as const, createdAt: 1 });
		await orm
			.insert(agents)
			.values(['ana', 'ben', 'cat'].map((id) => ({ id, siteId: 'main', name: id, createdAt: 1 })));
		await orm.insert(users).values(
			[
				{ id: 'coach', role: 'supervisor' as const, agentId: null },
				{ id: 'coach-2', role: 'admin' as const, agentId: null },
				{ id: 'ana', role: 'agent' as const, agentId: 'ana' }
			].map((user) => ({
				...user,
				name: user.id,
				email: `${user.id}@x.test`,
				createdAt: new Date(0),
				updatedAt: new Date(0)
			}))
		);
	});
	afterEach(() => test.close());
}
