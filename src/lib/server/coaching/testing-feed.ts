import { eq } from 'drizzle-orm';
import { afterEach, beforeEach } from 'vitest';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import type { Actor } from '../context.ts';
import {
	agents,
	coachingEstimates,
	coachingEvidence,
	coachingFindings,
	coachingRuns,
	coachingSessions,
	contacts,
	eventLog,
	messages,
	notices,
	queues,
	sites,
	users,
	visits
} from '../db/schema/index.ts';
import { sessionRow } from './testing-rows.ts';

/** Monday 2 March 2026, 09:00 in Madrid. */
export const NOW = Date.UTC(2026, 2, 2, 8);
export const DAY = 86_400_000;
export const agentActor = (agentId: string | null, user: string): Actor => ({
	...actorWithRole('agent'),
	id: `user:${user}`,
	agentId
});
export const ana = agentActor('ana', 'u-ana');
export const ben = agentActor('ben', 'u-ben');
export const coach: Actor = { ...actorWithRole('supervisor'), id: 'user:u-coach' };
export const planner = actorWithRole('planner');

export let test: Awaited<ReturnType<typeof openTestContext>>;

export async function addFinding(
	cause = 'holding',
	verdict: 'gap' | 'fair' | 'thin' = 'gap',
	withFinding = true
) {
	const { orm } = test.ctx.db;
	await orm.insert(coachingRuns).values({
		id: 'run',
		fromDate: '2026-01-05',
		toDate: '2026-03-01',
		metrics: [],
		computedBy: 'system',
		computedAt: NOW
	});
	await orm.insert(coachingEstimates).values({
		runId: 'run',
		agentId: 'ana',
		metric: 'hold',
		verdict,
		observations: 400,
		days: 30,
		reached: 0.4,
		expected: 0.25,
		estimate: -0.5,
		sd: 0.1,
		sds: -1.2,
		gapProbability: 0.99,
		gapP: 0.01,
		detail: verdict === 'thin' ? { needed: { kind: 'time', observations: 40, days: 6 } } : null
	});
	if (!withFinding) return;
	await orm.insert(coachingFindings).values({
		id: 'f1',
		runId: 'run',
		agentId: 'ana',
		cause,
		probability: 0.99,
		priority: 2,
		gaps: ['hold'],
		support: [],
		mainCase: { queue: 'bills', channel: 'voice', intent: 'refund' },
		recommendations: [
			{
				module: 'search-drill',
				effects: [
					{
						metric: 'hold',
						now: 0.4,
						then: 0.33,
						thenLow: 0.28,
						thenHigh: 0.4,
						sds: 0.4,
						probabilityHelps: 0.9,
						uses: 0
					}
				]
			}
		],
		mentors: [{ agentId: 'ben', metric: 'hold', commonWork: 0.6 }]
	});
	await orm.insert(coachingEvidence).values([
		{
			findingId: 'f1',
			ordinal: 0,
			contactId: 'c-own',
			agentId: 'ana',
			role: 'shows-it',
			score: -2,
			values: { hold: 1 }
		},
		{
			findingId: 'f1',
			ordinal: 1,
			contactId: 'c-peer',
			agentId: 'ben',
			role: 'good-peer',
			score: 2,
			values: { hold: 0 }
		}
	]);
}

/** Answered a minute in; on hold from 90 s to 210 s; words before, between and after. */
export async function addContact(id: string, agent: string, start = NOW - DAY) {
	const { orm } = test.ctx.db;
	const at = (seconds: number) => start + seconds * 1000;
	await orm.insert(contacts).values({
		id,
		source: 'test',
		channel: 'voice',
		queueId: 'bills',
		agentId: agent,
		startedAt: start,
		endedAt: at(300),
		lastEventAt: at(300)
	});
	await orm.insert(visits).values({
		contactId: id,
		ordinal: 0,
		queueId: 'bills',
		enteredAt: start,
		leftAt: at(60),
		outcome: 'answered',
		agentId: agent,
		handledUntil: at(300)
	});
	const words: [number, 'customer' | 'agent', string, number | null][] = [
		[62, 'agent', 'Good morning, how can I help?', null],
		[70, 'customer', 'I was charged twice for the same bill.', 0.1],
		[80, 'agent', 'Let me look that up.', null],
		[220, 'customer', 'You left me waiting for ages!', -0.6],
		[230, 'agent', 'Sorry for the wait, I have it now.', null]
	];
	await orm.insert(messages).values(
		words.map(([seconds, party, text, score], ordinal) => ({
			contactId: id,
			ordinal,
			at: at(seconds),
			party,
			text,
			score
		}))
	);
	await orm.insert(eventLog).values(
		[
			['held', 90],
			['resumed', 210]
		].map(([type, seconds]) => ({
			source: 'test',
			id: `${id}-${type}`,
			type: `marea.contact.${type}`,
			at: at(Number(seconds)),
			contact: id,
			agent,
			data: '{}',
			receivedAt: at(Number(seconds))
		}))
	);
}

export async function addSession(
	id: string,
	agentId: string,
	state: 'planned' | 'held' | 'cancelled',
	startAt = NOW - 3 * DAY
) {
	await test.ctx.db.orm.insert(coachingSessions).values(
		sessionRow({
			...{ id, agentId, state, startAt },
			coachId: 'u-coach',
			notes: 'Look it up before the call goes on.',
			heldAt: state === 'held' ? startAt + 1_800_000 : null,
			createdBy: 'user:u-coach'
		})
	);
}

export const told = async (userId: string) =>
	(await test.ctx.db.orm.select().from(notices).where(eq(notices.userId, userId))).map(({ kind }) => kind);

/** A centre with two agents and their coach before each test. */
export function useFeedCentre(): void {
	beforeEach(async () => {
		test = await openTestContext();
		test.clock.at = NOW;
		const { orm } = test.ctx.db;
		await orm.insert(sites).values({ id: 'main', name: 'Main', timeZone: 'Europe/Madrid', createdAt: 1 });
		await orm
			.insert(queues)
			.values({ id: 'bills', siteId: 'main', name: 'Billing', channel: 'voice', createdAt: 1 });
		await orm.insert(agents).values(
			[
				['ana', 'Ana Real'],
				['ben', 'Benito Secreto']
			].map(([id, name]) => ({ id: id!, siteId: 'main', name: name!, createdAt: 1 }))
		);
		const at = new Date(NOW);
		await orm.insert(users).values(
			[
				{ id: 'u-ana', name: 'Ana Real', role: 'agent' as const, agentId: 'ana' },
				{ id: 'u-ben', name: 'Benito Secreto', role: 'agent' as const, agentId: 'ben' },
				{ id: 'u-coach', name: 'Carla Coach', role: 'supervisor' as const, agentId: null }
			].map((user) => ({ ...user, email: `${user.id}@example.org`, createdAt: at, updatedAt: at }))
		);
	});
	afterEach(() => test.close());
}
