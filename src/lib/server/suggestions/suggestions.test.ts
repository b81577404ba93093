import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseEvent } from '#lib/contracts/events.ts';
import type { SuggestionRow } from '#lib/contracts/suggestions.ts';
import { botCase } from '../../../../tests/support/bot-case.ts';
import { actorWithRole } from '../access/testing.ts';
import { ForbiddenError } from '../access/index.ts';
import { Centre } from '../centre.ts';
import { SYSTEM, type Context } from '../context.ts';
import { openDatabase } from '../db/open-database.ts';
import { HandoffWatch } from '../handoff-watch.ts';
import { ownContacts, saveAnswers } from '../handoff/index.ts';
import { listSuggestions, recordSuggestion, settleSuggestions, summariseSuggestions } from './index.ts';

const NOW = Date.parse('2026-11-24T10:00:00Z');
const DAY_MS = 86_400_000;
let ctx: Context;
let centre: Centre;
let clock: number;

beforeEach(async () => {
	const db = await openDatabase('file::memory:', 'drizzle');
	clock = NOW;
	ctx = { db, now: () => clock };
	await db.client.batch(
		[
			`INSERT INTO sites (id, name, time_zone, created_at) VALUES ('main', 'S', 'UTC', 0)`,
			`INSERT INTO queues (id, site_id, name, channel, created_at) VALUES ('chat', 'main', 'Chat', 'chat', 0)`,
			`INSERT INTO agents (id, site_id, name, created_at) VALUES ('ana', 'main', 'Ana Pons', 0), ('ben', 'main', 'Ben Kay', 0)`
		],
		'write'
	);
	centre = await Centre.open(ctx, () => 0.2);
});
afterEach(() => ctx.db.close());

const feed = async (...events: object[]) => {
	await centre.ingest.accept(
		SYSTEM,
		events.map((event) => {
			const parsed = parseEvent(event);
			if (!parsed.ok) throw new Error(parsed.error);
			return parsed.event;
		})
	);
	await centre.project();
};
const theCase = (contact: string, atMs = NOW - 200_000) =>
	botCase({
		contact,
		customer: 'k1',
		customerName: 'Eva',
		queue: 'chat',
		language: 'en',
		agent: 'ana',
		atMs
	});
const suggest = (contactId: string, kind: 'route' | 'escalate', subject: string, madeAt = NOW - 155_000) =>
	recordSuggestion(ctx, { kind, contactId, queueId: 'chat', subject, rule: 'r', version: '1', score: 0.5, reasons: [], madeAt, madeFor: 'system' }); // prettier-ignore
const rows = () => listSuggestions(ctx, SYSTEM, { sinceMs: 0 });
const settle = async () => {
	while ((await settleSuggestions(ctx)) > 0);
};

describe('settleSuggestions()', () => {
	it('judges a route by who answered, with what came of it, as far as is known', async () => {
		const { bot, escalation, answer, talk, end } = theCase('c1');
		await feed(...bot, ...escalation);
		await suggest('c1', 'route', 'ana');
		await settle();
		expect(await rows()).toMatchObject([{ state: 'open', isFollowed: null, handleSeconds: null }]);
		await feed(...answer, ...talk);
		await settle();
		expect(await rows()).toMatchObject([{ state: 'open', isFollowed: true, waitSeconds: 14 }]);
		await feed(...end);
		await settle();
		expect(await rows()).toMatchObject([
			{ state: 'closed', isFollowed: true, answeredBy: { name: 'Ana Pons' }, handleSeconds: 48, isResolved: true, csat: 5, cameBack: null } // prettier-ignore
		]);
	});

	it('tells a route that was not followed', async () => {
		const { bot, escalation, answer, end } = theCase('c1');
		await feed(...bot, ...escalation);
		await suggest('c1', 'route', 'ben');
		await feed(...answer, ...end);
		await settle();
		expect(await rows()).toMatchObject([{ isFollowed: false, answeredBy: { id: 'ana' } }]);
	});

	it('knows that a customer came back as soon as it happens, and that one did not when the window is over', async () => {
		for (const id of ['c1', 'c2']) {
			const { bot, escalation, answer, end } = botCase({ contact: id, customer: id, customerName: 'Eva', queue: 'chat', language: 'en', agent: 'ana', atMs: NOW - 200_000 }); // prettier-ignore
			await feed(...bot, ...escalation);
			await suggest(id, 'escalate', 'person');
			await feed(...answer, ...end);
		}
		const again = botCase({ contact: 'c3', customer: 'c1', customerName: 'Eva', queue: 'chat', language: 'en', agent: 'ana', atMs: NOW + DAY_MS }); // prettier-ignore
		await feed(...again.bot);
		await settle();
		const cameBack = async () => (await rows()).map(({ contact, cameBack, state }) => [contact, cameBack, state]).sort(); // prettier-ignore
		expect(await cameBack()).toEqual([
			['c1', true, 'closed'],
			['c2', null, 'closed']
		]);
		clock = NOW + 8 * DAY_MS;
		await settle();
		expect(await cameBack()).toEqual([
			['c1', true, 'settled'],
			['c2', false, 'settled']
		]);
	});

	it('keeps the answer that the agent’s card shows first, and tells whether it was given', async () => {
		const text = 'The second charge goes back to your account in three days.';
		await saveAnswers(ctx, SYSTEM, [{ id: 'back', intent: 'billing', language: 'en', text }]);
		const ana = { ...actorWithRole('agent'), agentId: 'ana' };
		for (const [id, said] of [
			['c1', 2],
			['c2', 1]
		] as const) {
			// prettier-ignore
			const { bot, escalation, answer, talk, end } = theCase(id);
			await feed(...bot, ...escalation, ...answer);
			await ownContacts(ctx, centre.state, ana, 'en');
			await ownContacts(ctx, centre.state, ana, 'en');
			await feed(...talk.slice(0, said), ...end);
		}
		await settle();
		const answers = (await rows()).filter(({ kind }) => kind === 'answer');
		expect(
			answers.map(({ contact, isFollowed, subject }) => [contact, isFollowed, subject.name]).sort()
		).toEqual([
			['c1', true, text],
			['c2', false, text]
		]);
	});

	it('forgets what is older than it is kept', async () => {
		await suggest('c1', 'route', 'ana');
		clock = NOW + 401 * DAY_MS;
		await settle();
		expect(await rows()).toEqual([]);
	});
});

describe('HandoffWatch', () => {
	it('keeps one suggestion to pass a conversation on when the rules first ask for it, and takes up after a restart what was missed', async () => {
		const watch = new HandoffWatch(ctx, centre);
		const { bot, escalation, answer, end } = theCase('c1');
		await feed(...bot.slice(0, 4));
		await watch.look();
		await feed(...bot.slice(4));
		await watch.look();
		await feed(...escalation, ...answer, ...end);
		await watch.look();
		await watch.settle();
		const [first, ...others] = await rows();
		expect(others).toEqual([]);
		expect(first).toMatchObject({
			kind: 'escalate',
			contact: 'c1',
			isFollowed: true,
			state: 'closed',
			csat: 5
		});
		await watch.stop();

		// Nobody listened while this one came.
		const missed = theCase('c2', NOW - 400_000);
		await feed(...missed.bot, ...missed.escalation);
		const next = new HandoffWatch(ctx, centre);
		await next.takeUp();
		await next.look();
		expect((await rows()).map(({ contact }) => contact).sort()).toEqual(['c1', 'c2']);
		await next.takeUp();
		await next.look();
		expect(await rows()).toHaveLength(2);
		await next.stop();
	});

	it('suggests who takes it when a bot hands on just now', async () => {
		const watch = new HandoffWatch(ctx, centre);
		await centre.ingest.accept(SYSTEM, [
			{
				source: 'acd',
				id: '1',
				type: 'marea.agent.state',
				at: NOW - 1000,
				data: { agent: 'ben', state: 'available' }
			}
		]);
		const { bot, escalation } = theCase('c1', NOW - 50_000);
		await feed(...bot, ...escalation);
		await watch.look();
		expect((await rows()).filter(({ kind }) => kind === 'route')).toMatchObject([{ subject: { name: 'Ben Kay' }, rule: 'offer' }]); // prettier-ignore
		await watch.stop();
	});
});

describe('summariseSuggestions()', () => {
	const row = (i: number, changed: Partial<SuggestionRow>): SuggestionRow => ({
		id: `${i}`,
		kind: 'route',
		contact: `c${i}`,
		queue: { id: 'q', name: 'Chat' },
		subject: { id: 'ana', name: 'Ana' },
		rule: 'offer',
		version: '1',
		score: 0.5,
		reasons: [],
		madeAt: NOW,
		state: 'closed',
		isFollowed: null,
		answeredBy: null,
		waitSeconds: null,
		handleSeconds: null,
		isResolved: null,
		csat: null,
		moodShift: null,
		cameBack: null,
		...changed
	});

	it('says too few to tell where either side is small, and counts none that was replaced', () => {
		const [one] = summariseSuggestions(
			[row(1, { isFollowed: true, csat: 5 }), row(2, { state: 'superseded' }), row(3, { state: 'open' })],
			'rule'
		);
		expect(one).toMatchObject({
			made: 2,
			open: 1,
			judged: 1,
			followed: 1,
			outcomes: { csat: { kind: 'too-few' } }
		});
		expect(one!.followedShare!.low).toBeLessThan(0.3);
	});

	it('compares where there are enough, by rule or by queue', () => {
		const rows = Array.from({ length: 60 }, (_, i) =>
			row(i, { isFollowed: i % 2 === 0, handleSeconds: i % 2 === 0 ? 200 + (i % 7) : 300 + (i % 7) })
		);
		const [one] = summariseSuggestions(rows, 'queue');
		expect(one).toMatchObject({ key: 'route:q', name: 'Chat', followedShare: { share: 0.5 } });
		const { handleSeconds } = one!.outcomes;
		expect(handleSeconds).toMatchObject({ kind: 'compared' });
		if (handleSeconds.kind === 'compared') expect(handleSeconds.high).toBeLessThan(0);
	});

	it('takes coming back only from those whose window is over: before, none that stayed away is known', () => {
		const rows = Array.from({ length: 40 }, (_, i) => row(i, { isFollowed: i % 2 === 0, cameBack: true }));
		expect(summariseSuggestions(rows, 'rule')[0]!.outcomes.cameBack).toMatchObject({ kind: 'too-few', followed: { count: 0 } }); // prettier-ignore
	});
});

it('listSuggestions() refuses an actor without suggestions.view', async () => {
	await expect(listSuggestions(ctx, actorWithRole('agent'), { sinceMs: 0 })).rejects.toThrow(ForbiddenError);
});
