import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import type { Actor } from '../context.ts';
import {
	agents,
	coachingComments,
	coachingEstimates,
	coachingEvidence,
	coachingFindings,
	coachingGoals,
	coachingRuns,
	coachingSessions,
	contacts,
	eventLog,
	messages,
	notices,
	performanceFacts,
	queues,
	sites,
	users,
	visits
} from '../db/schema/index.ts';
import {
	acknowledgeSession,
	addComment,
	feedCsv,
	giveKudos,
	momentsOf,
	muteRecommendation,
	ownFeed,
	ownSessions,
	removeComment,
	removeKudos,
	restoreComment,
	restoreKudos,
	unmute
} from './index.ts';

/** Monday 2 March 2026, 09:00 in Madrid. */
const NOW = Date.UTC(2026, 2, 2, 8);
const DAY = 86_400_000;
const agentActor = (agentId: string | null, user: string): Actor => ({
	...actorWithRole('agent'),
	id: `user:${user}`,
	agentId
});
const ana = agentActor('ana', 'u-ana');
const ben = agentActor('ben', 'u-ben');
const coach: Actor = { ...actorWithRole('supervisor'), id: 'user:u-coach' };
const planner = actorWithRole('planner');

let test: Awaited<ReturnType<typeof openTestContext>>;
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

async function addFinding(cause = 'holding', verdict: 'gap' | 'fair' | 'thin' = 'gap', withFinding = true) {
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
async function addContact(id: string, agent: string, start = NOW - DAY) {
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

async function addSession(
	id: string,
	agentId: string,
	state: 'planned' | 'held' | 'cancelled',
	startAt = NOW - 3 * DAY
) {
	await test.ctx.db.orm.insert(coachingSessions).values({
		id,
		agentId,
		coachId: 'u-coach',
		cause: 'holding',
		moduleId: 'search-drill',
		metrics: ['hold'],
		expected: [],
		evidence: [],
		state,
		startAt,
		endAt: startAt + 1_800_000,
		notes: 'Look it up before the call goes on.',
		heldAt: state === 'held' ? startAt + 1_800_000 : null,
		createdBy: 'user:u-coach',
		createdAt: 1,
		changedAt: 1
	});
}

const told = async (userId: string) =>
	(await test.ctx.db.orm.select().from(notices).where(eq(notices.userId, userId))).map(({ kind }) => kind);

describe('ownFeed()', () => {
	it('shows one thing to practise with the turns around the hold, and no other agent’s name, id or contact', async () => {
		await addFinding();
		await addContact('c-own', 'ana');
		await addContact('c-peer', 'ben');
		const feed = (await ownFeed(test.ctx, ana))!;
		expect(feed).toMatchObject({ agentId: 'ana', isOwn: true, silence: null });
		expect(feed.practise).toMatchObject({
			cause: 'holding',
			gaps: ['hold'],
			mainCase: { queueName: 'Billing', channel: 'voice', intent: 'refund' },
			modules: [{ id: 'search-drill', effects: [{ metric: 'hold', then: 0.33 }] }]
		});
		expect(feed.practise!.evidence).toMatchObject([
			{ contactId: 'c-own', role: 'shows-it', queueName: 'Billing' }
		]);
		const [moment] = feed.practise!.evidence[0]!.moments;
		expect(moment).toMatchObject({ kind: 'hold', seconds: 120, afterSeconds: 30 });
		expect(moment!.turns.map(({ text }) => text)).toContain('You left me waiting for ages!');
		const [figure] = feed.metrics;
		expect(figure).toMatchObject({ metric: 'hold', verdict: 'gap', reached: 0.4, expected: 0.25 });
		// Worse than fair, and the interval lies around the level.
		expect(figure!.low).toBeLessThan(figure!.level);
		expect(figure!.high).toBeGreaterThan(figure!.level);
		expect(figure!.level).toBeGreaterThan(0.25);
		const all = JSON.stringify(feed);
		for (const secret of ['ben', 'Benito', 'c-peer']) expect(all).not.toContain(secret);
	});

	it('is refused for another agent, and read by a coach, who sees no more of colleagues than the agent does', async () => {
		await addFinding();
		await addContact('c-own', 'ana');
		await expect(ownFeed(test.ctx, ben, 'ana')).rejects.toThrow(ForbiddenError);
		await expect(ownFeed(test.ctx, planner, 'ana')).rejects.toThrow(ForbiddenError);
		await expect(ownFeed(test.ctx, planner)).rejects.toThrow(ForbiddenError);
		expect(await ownFeed(test.ctx, agentActor(null, 'u-x'))).toBeNull();
		expect(await ownFeed(test.ctx, coach, 'nobody')).toBeNull();
		const seen = (await ownFeed(test.ctx, coach, 'ana'))!;
		expect(seen).toMatchObject({ agentId: 'ana', isOwn: false, practise: { cause: 'holding' } });
		expect(JSON.stringify(seen)).not.toContain('ben');
	});

	it('says why nothing is recommended: nothing compared, too thin, nothing found, all put off', async () => {
		expect((await ownFeed(test.ctx, ana))!).toMatchObject({ silence: 'no-run', practise: null, run: null });
		await addFinding('holding', 'thin', false);
		const thin = (await ownFeed(test.ctx, ana))!;
		expect(thin).toMatchObject({ silence: 'thin', metrics: [{ verdict: 'thin', neededDays: 6 }] });
		await test.ctx.db.orm.update(coachingEstimates).set({ verdict: 'fair', detail: null });
		expect((await ownFeed(test.ctx, ana))!.silence).toBe('nothing');
	});

	it('weeks begin on Monday and hold what was counted, with the range that chance gives', async () => {
		const row = (date: string, holdable: number, holds: number) => ({
			date,
			agentId: 'ana',
			queueId: 'bills',
			channel: 'voice',
			intent: '',
			band: 'weekday-noon',
			origin: 'log' as const,
			handled: holdable,
			holdable,
			holds
		});
		await test.ctx.db.orm
			.insert(performanceFacts)
			.values([row('2026-02-22', 10, 5), row('2026-02-23', 20, 2), row('2026-02-24', 20, 6)]);
		const { trends } = (await ownFeed(test.ctx, ana))!;
		const weeks = trends.find(({ metric }) => metric === 'hold')!.weeks;
		expect(weeks).toMatchObject([
			{ date: '2026-02-16', observations: 10, value: 0.5 },
			{ date: '2026-02-23', at: Date.UTC(2026, 1, 22, 23), observations: 40, value: 0.2 }
		]);
		// Wilson's 90 % interval of 8 in 40.
		expect(weeks[1]!.low).toBeCloseTo(0.1165, 3);
		expect(weeks[1]!.high).toBeCloseTo(0.3216, 3);
		expect(await feedCsv(test.ctx, ana)).toContain('ana,hold,2026-02-23,40,0.2,');
		await expect(feedCsv(test.ctx, ben, 'ana')).rejects.toThrow(ForbiddenError);
	});

	it('a goal counts from the day after the session, and is unknown while nothing is counted', async () => {
		await addSession('s1', 'ana', 'held', NOW - 7 * DAY);
		await test.ctx.db.orm.insert(coachingGoals).values({
			id: 'g1',
			sessionId: 's1',
			metric: 'hold',
			from: 0.4,
			target: 0.2,
			byDate: '2026-03-20',
			changedAt: 1
		});
		expect((await ownFeed(test.ctx, ana))!.goals).toMatchObject([
			{ now: null, progress: null, observations: 0 }
		]);
		const fact = {
			agentId: 'ana',
			queueId: 'bills',
			channel: 'voice',
			intent: '',
			band: 'x',
			origin: 'log' as const
		};
		await test.ctx.db.orm.insert(performanceFacts).values([
			// The day of the session itself is left out.
			{ ...fact, date: '2026-02-23', holdable: 100, holds: 100 },
			{ ...fact, date: '2026-02-24', holdable: 10, holds: 3 }
		]);
		const [goal] = (await ownFeed(test.ctx, ana))!.goals;
		expect(goal).toMatchObject({ now: 0.3, observations: 10 });
		expect(goal!.progress).toBeCloseTo(0.5);
	});
});

describe('ownSessions()', () => {
	it('gives the own ones that touch the span, notes only of what was held', async () => {
		await addSession('past', 'ana', 'held');
		await addSession('next', 'ana', 'planned', NOW + DAY);
		await addSession('other', 'ben', 'held');
		const own = await ownSessions(test.ctx, ana, NOW - 10 * DAY, NOW + 10 * DAY);
		expect(own.map(({ id, notes }) => [id, notes])).toEqual([
			['past', 'Look it up before the call goes on.'],
			['next', '']
		]);
		expect(own[1]).toMatchObject({ coachName: 'Carla Coach', module: { title: { en: expect.any(String) } } });
		expect(await ownSessions(test.ctx, ana, NOW, NOW + 10 * DAY)).toHaveLength(1);
		await expect(ownSessions(test.ctx, ben, 0, NOW, 'ana')).rejects.toThrow(ForbiddenError);
	});
});

describe('acknowledgeSession()', () => {
	it('marks what was held, keeps the comment, and tells the coach; once', async () => {
		await addSession('s1', 'ana', 'held');
		expect(await acknowledgeSession(test.ctx, ana, 's1', { comment: ' Clear, thanks. ' })).toEqual({
			kind: 'ok'
		});
		expect(await acknowledgeSession(test.ctx, ana, 's1')).toEqual({ kind: 'refused', reason: 'already' });
		const feed = (await ownFeed(test.ctx, ana))!;
		expect(feed.sessions).toMatchObject([{ state: 'acknowledged', acknowledgedAt: NOW }]);
		expect(feed.comments).toMatchObject([
			{ sessionId: 's1', text: 'Clear, thanks.', isOwn: true, by: 'Ana Real' }
		]);
		expect(await told('u-coach')).toEqual(['session.acknowledged']);
		expect(await test.audited()).toEqual(['coaching.session.acknowledge']);
	});

	it('another agent’s session is unknown, a planned one is not held, a coach cannot acknowledge for the agent', async () => {
		await addSession('s1', 'ana', 'held');
		await addSession('s2', 'ana', 'planned', NOW + DAY);
		expect(await acknowledgeSession(test.ctx, ben, 's1')).toEqual({
			kind: 'refused',
			reason: 'unknown-session'
		});
		expect(await acknowledgeSession(test.ctx, ana, 's2')).toEqual({ kind: 'refused', reason: 'not-held' });
		await expect(acknowledgeSession(test.ctx, coach, 's1')).rejects.toThrow(ForbiddenError);
		await expect(acknowledgeSession(test.ctx, planner, 's1')).rejects.toThrow(ForbiddenError);
		expect(await told('u-coach')).toEqual([]);
	});
});

describe('comments', () => {
	it('the agent writes under the own coaching and the coach is told; the coach answers and the agent is told', async () => {
		await addSession('s1', 'ana', 'held');
		await addComment(test.ctx, ana, { agentId: 'ana', text: 'When is the next one?' });
		await addComment(test.ctx, coach, { agentId: 'ana', sessionId: 's1', text: 'On Friday.' });
		expect(await told('u-coach')).toEqual(['comment.added']);
		expect(await told('u-ana')).toEqual(['comment.added']);
		expect((await ownFeed(test.ctx, ana))!.comments.map(({ by, isOwn }) => [by, isOwn])).toEqual([
			['Ana Real', true],
			['Carla Coach', false]
		]);
	});

	it('nobody writes under another agent’s, nor under a session of another', async () => {
		await addSession('s1', 'ben', 'held');
		await expect(addComment(test.ctx, ana, { agentId: 'ben', text: 'x' })).rejects.toThrow(ForbiddenError);
		await expect(addComment(test.ctx, planner, { agentId: 'ana', text: 'x' })).rejects.toThrow(
			ForbiddenError
		);
		await expect(addComment(test.ctx, ana, { agentId: 'ana', sessionId: 's1', text: 'x' })).rejects.toThrow(
			InvalidInputError
		);
		await expect(addComment(test.ctx, ana, { agentId: 'ana', text: '   ' })).rejects.toThrow(
			InvalidInputError
		);
		expect(await test.ctx.db.orm.select().from(coachingComments)).toEqual([]);
	});

	it('only who wrote it takes it away, and brings it back', async () => {
		const { id } = await addComment(test.ctx, ana, { agentId: 'ana', text: 'x' });
		expect(await removeComment(test.ctx, ben, id)).toBe(false);
		expect(await removeComment(test.ctx, coach, id)).toBe(false);
		expect(await removeComment(test.ctx, ana, id)).toBe(true);
		expect((await ownFeed(test.ctx, ana))!.comments).toEqual([]);
		expect(await restoreComment(test.ctx, ana, id)).toBe(true);
		expect((await ownFeed(test.ctx, ana))!.comments).toHaveLength(1);
		await expect(removeComment(test.ctx, planner, id)).rejects.toThrow(ForbiddenError);
	});
});

describe('kudos', () => {
	it('a coach praises and the agent is told; taken back and brought back', async () => {
		const { id } = await giveKudos(test.ctx, coach, { agentId: 'ana', text: 'Great calm.', metric: 'mood' });
		expect(await told('u-ana')).toEqual(['kudos.given']);
		expect((await ownFeed(test.ctx, ana))!.kudos).toMatchObject([
			{ by: 'Carla Coach', text: 'Great calm.', metric: 'mood' }
		]);
		expect(await removeKudos(test.ctx, coach, id)).toBe(true);
		expect((await ownFeed(test.ctx, ana))!.kudos).toEqual([]);
		expect(await restoreKudos(test.ctx, coach, id)).toBe(true);
		expect((await ownFeed(test.ctx, ana))!.kudos).toHaveLength(1);
	});

	it.each([ana, planner])('is refused to who does not coach', async (actor) => {
		await expect(giveKudos(test.ctx, actor, { agentId: 'ana', text: 'Me!' })).rejects.toThrow(ForbiddenError);
		await expect(removeKudos(test.ctx, actor, 'x')).rejects.toThrow(ForbiddenError);
		await expect(giveKudos(test.ctx, coach, { agentId: 'nobody', text: 'x' })).rejects.toThrow(
			InvalidInputError
		);
	});
});

describe('muteRecommendation()', () => {
	it('takes it out of the one thing until its weeks are over; the coach’s run keeps it', async () => {
		await addFinding();
		expect(await muteRecommendation(test.ctx, ana, { cause: 'holding', weeks: 2 })).toEqual({
			until: NOW + 14 * DAY
		});
		expect((await ownFeed(test.ctx, ana))!).toMatchObject({
			practise: null,
			silence: 'muted',
			findings: [{ mutedUntil: NOW + 14 * DAY }]
		});
		test.clock.at = NOW + 14 * DAY;
		expect((await ownFeed(test.ctx, ana))!.practise).toMatchObject({ cause: 'holding', mutedUntil: null });
		test.clock.at = NOW;
		expect(await unmute(test.ctx, ana, 'holding')).toBe(true);
		expect((await ownFeed(test.ctx, ana))!.practise).not.toBeNull();
	});

	it('is the agent’s own choice: others are refused, and one’s own mute is not another’s', async () => {
		await addFinding();
		await expect(muteRecommendation(test.ctx, coach, { cause: 'holding', weeks: 2 })).rejects.toThrow(
			ForbiddenError
		);
		await expect(unmute(test.ctx, planner, 'holding')).rejects.toThrow(ForbiddenError);
		await muteRecommendation(test.ctx, ben, { cause: 'holding', weeks: 2 });
		expect((await ownFeed(test.ctx, ana))!.practise).not.toBeNull();
		await expect(muteRecommendation(test.ctx, ana, { cause: 'holding', weeks: 0 })).rejects.toThrow(
			InvalidInputError
		);
	});
});

describe('momentsOf()', () => {
	it('reads only what the named agent said and heard', async () => {
		await addContact('c1', 'ana');
		expect(await momentsOf(test.ctx, 'c1', 'holding', { agentId: 'ana' })).toHaveLength(1);
		expect(await momentsOf(test.ctx, 'c1', 'holding')).toHaveLength(1);
		expect(await momentsOf(test.ctx, 'c1', 'holding', { agentId: 'ben' })).toEqual([]);
		expect(await momentsOf(test.ctx, 'c1', 'adherence')).toEqual([]);
		expect(await momentsOf(test.ctx, 'gone', 'holding')).toEqual([]);
	});
});
