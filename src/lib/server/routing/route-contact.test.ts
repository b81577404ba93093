import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseEvent } from '#lib/contracts/events.ts';
import { botCase } from '../../../../tests/support/bot-case.ts';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { Centre } from '../centre.ts';
import { SYSTEM, type Context } from '../context.ts';
import { openDatabase } from '../db/open-database.ts';
import { listSuggestions } from '../suggestions/index.ts';
import { routeContact } from './index.ts';

const NOW = Date.parse('2026-11-24T10:00:00Z');
let centre: Centre;
let ctx: Context;

const state = (agent: string, state: string, minutesAgo: number) => ({
	source: 'acd',
	id: `${agent}-${minutesAgo}`,
	type: 'marea.agent.state',
	at: NOW - minutesAgo * 60_000,
	data: { agent, state: state as 'available' }
});

beforeEach(async () => {
	const db = await openDatabase('file::memory:', 'drizzle');
	ctx = { db, now: () => NOW };
	await db.client.batch(
		[
			`INSERT INTO sites (id, name, time_zone, created_at) VALUES ('main', 'S', 'UTC', 0)`,
			`INSERT INTO skills (id, name) VALUES ('billing-en', 'Billing'), ('sales-en', 'Sales')`,
			`INSERT INTO queues (id, site_id, name, channel, skill_id, concurrency, created_at) VALUES
				('chat-en', 'main', 'Chat EN', 'chat', 'billing-en', 3, 0), ('voice-en', 'main', 'Calls EN', 'voice', 'sales-en', 1, 0)`,
			`INSERT INTO agents (id, site_id, name, created_at) VALUES
				('ana', 'main', 'Ana Pons', 0), ('ben', 'main', 'Ben Kay', 0), ('cat', 'main', 'Cat Lee', 0), ('dan', 'main', 'Dan Ros', 0)`,
			`INSERT INTO agent_skills (agent_id, skill_id, proficiency) VALUES
				('ana', 'billing-en', 0.75), ('ben', 'billing-en', 0.9), ('cat', 'sales-en', 1), ('dan', 'billing-en', 1)`
		],
		'write'
	);
	centre = await Centre.open(ctx, () => null);
	await centre.ingest.accept(SYSTEM, [
		state('ana', 'available', 5),
		state('ben', 'available', 2),
		state('cat', 'available', 9),
		state('dan', 'lunch', 3)
	]);
});
afterEach(() => ctx.db.close());

const feed = (events: object[]) =>
	centre.ingest.accept(
		SYSTEM,
		events.map((event) => {
			const parsed = parseEvent(event);
			if (!parsed.ok) throw new Error(parsed.error);
			return parsed.event;
		})
	);
const told = (contact: string, seconds = 120) =>
	botCase({ contact, customer: 'k1', customerName: 'Eva Moon', queue: 'chat-en', language: 'en', agent: 'ana', atMs: NOW - seconds * 1000 }); // prettier-ignore
const route = (body: unknown, locale: 'en' | 'es' = 'en') =>
	routeContact(ctx, centre.state, SYSTEM, body, locale);

describe('routeContact()', () => {
	it('ranks for a described contact, says why in the reader’s language, and why not the others', async () => {
		const answer = await route({ channel: 'chat', language: 'en', intent: 'billing' });
		expect(answer).toMatchObject({ contact: null, needsPerson: null, reasons: [], queue: { id: 'chat-en' } });
		expect(answer.agents.map(({ agent, hasRoom }) => [agent, hasRoom])).toEqual([
			['ben', true],
			['ana', true]
		]);
		expect(answer.agents[0]!.reasons.map(({ sentence }) => sentence)).toContain(
			'Proficiency 90% in Chat EN.'
		);
		expect(answer.refused).toMatchObject([
			{ agent: 'cat', reasons: [{ why: 'skill', sentence: 'Lacks the skill for Chat EN.' }] },
			{ agent: 'dan', reasons: [{ why: 'state', state: 'lunch' }] }
		]);
		expect(answer.suggestion).toEqual({ kind: 'offer', agent: 'ben', sentence: 'Offer it to Ben Kay now.' });
		const spanish = await route({ queue: 'chat-en' }, 'es');
		expect(spanish.suggestion.sentence).toBe('Ofréceselo ahora a Ben Kay.');
		expect(spanish.queue!.sentence).toBe('Chat EN, como se ha pedido.');
	});

	it('leaves a contact with the bot while no rule asks for a person, then says why one is needed', async () => {
		const { bot, escalation } = told('c1');
		await feed(bot.slice(0, 3));
		expect(await route({ contact: 'c1' })).toMatchObject({ needsPerson: false, suggestion: { kind: 'bot' } });
		await feed([...bot.slice(3), ...escalation]);
		const answer = await route({ contact: 'c1' });
		expect(answer.needsPerson).toBe(true);
		expect(answer.reasons.length).toBeGreaterThan(0);
		for (const { sentence } of answer.reasons) expect(sentence).toMatch(/^[A-Z].+\.$/);
		expect(answer.queue).toMatchObject({
			id: 'chat-en',
			sentence: expect.stringContaining('Chat EN') as string
		});
	});

	it('keeps what it suggests for a contact once, and puts a better one in its place', async () => {
		const { bot, escalation } = told('c1');
		await feed([...bot, ...escalation]);
		await route({ contact: 'c1' });
		await route({ contact: 'c1' });
		const kept = async () => (await listSuggestions(ctx, SYSTEM, { sinceMs: 0 })).map(({ subject, state }) => [subject.name, state]); // prettier-ignore
		expect(await kept()).toEqual([['Ben Kay', 'open']]);
		await centre.ingest.accept(SYSTEM, [{ ...state('ben', 'break', 0), id: 'gone' }]);
		await route({ contact: 'c1' });
		expect((await kept()).sort()).toEqual([
			['Ana Pons', 'open'],
			['Ben Kay', 'superseded']
		]);
	});

	it('prefers the agent with whom the customer’s last contact went well', async () => {
		const before = told('c0', 250);
		await feed([...before.bot, ...before.escalation, ...before.answer, ...before.end]);
		await centre.project();
		const { agents } = await route({ queue: 'chat-en', customer: 'k1' });
		expect(agents.map(({ agent }) => agent)).toEqual(['ana', 'ben']);
		expect(agents[0]!.reasons).toContainEqual(expect.objectContaining({ part: 'history', last: 'good' }));
	});

	it('tells how long a full agent is likely to be busy, and offers nothing', async () => {
		await centre.ingest.accept(SYSTEM, [
			{ ...state('ana', 'break', 0), id: 'a' },
			{ ...state('ben', 'handling', 0), id: 'b' },
			...['x', 'y', 'z'].flatMap((contact) => [
				{ source: 'acd', id: `${contact}q`, type: 'marea.contact.queued', at: NOW - 70_000, data: { contact, queue: 'chat-en' } }, // prettier-ignore
				{ source: 'acd', id: `${contact}a`, type: 'marea.contact.answered', at: NOW - 60_000, data: { contact, queue: 'chat-en', agent: 'ben' } } // prettier-ignore
			])
		]);
		const { agents, suggestion } = await route({ queue: 'chat-en' });
		expect(agents).toMatchObject([{ agent: 'ben', hasRoom: false }]);
		expect(suggestion).toMatchObject({ kind: 'wait', agent: 'ben' });
	});

	it.each([
		[{}, /wanted a contact, a queue or a channel/],
		[{ channel: 'pigeon' }, /channel "pigeon"/],
		[{ contact: 'nobody' }, /there is no contact "nobody"; wanted/],
		[{ queue: 'nowhere' }, /there is no queue "nowhere"; wanted/],
		[{ queue: 'chat-en', speed: 9 }, /speed/],
		[[], /body/],
		[{ queue: 'chat-en', limit: 0 }, /limit "0"/]
	])('refuses %j with the value and what was wanted', async (body, message) => {
		await expect(route(body)).rejects.toThrow(InvalidInputError);
		await expect(route(body)).rejects.toThrow(message);
	});

	it('refuses an actor without contacts.route', async () => {
		const actor = { id: 'x', role: 'agent' as const, agentId: 'ana', rights: ['schedule.own'] };
		await expect(routeContact(ctx, centre.state, actor, { queue: 'chat-en' }, 'en')).rejects.toThrow(
			ForbiddenError
		);
	});
});
