import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ForbiddenError } from '../access/index.ts';
import { Centre } from '../centre.ts';
import { SYSTEM, type Context } from '../context.ts';
import { openDatabase } from '../db/open-database.ts';
import { parseBotQuery } from './parse-bot-query.ts';
import { readBots } from './read-bots.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const HOUR_MS = 3_600_000;
let ctx: Context;
let n = 0;

interface Chat {
	contact: string;
	customer?: string;
	/** A letter a turn: understood, failed or not told. */
	path: string;
	end: 'resolved' | 'escalated' | 'left' | null;
	reason?: string;
	hoursAgo?: number;
	intent?: string;
	answered?: boolean;
	/** Words with the bot and with the person. */
	words?: [string, string?];
}

function chat({ contact, customer, path, end, reason, hoursAgo = 5, intent, answered, words }: Chat) {
	let at = NOW - hoursAgo * HOUR_MS;
	const events: Parameters<Centre['ingest']['accept']>[1] = [];
	const tell = (type: string, data: object = {}) =>
		events.push({
			source: 's',
			id: String(++n),
			type: `marea.${type}`,
			at: (at += 1_000),
			data: { contact, channel: 'chat', customer, intent, language: 'en', ...data }
		});
	const bot = { bot: 'vela', queue: 'q' };
	tell('bot.started', bot);
	for (const turn of path) tell('bot.turn', turn === '-' ? bot : { ...bot, understood: turn === 'u' });
	if (words) tell('message', { party: 'customer', text: words[0] });
	if (end === 'resolved' || end === 'escalated') tell(`bot.${end}`, { ...bot, reason });
	if (answered) {
		tell('contact.queued', { queue: 'q' });
		tell('contact.answered', { queue: 'q', agent: 'a' });
		if (words?.[1]) tell('message', { party: 'customer', text: words[1] });
	}
	if (end !== null) tell('contact.ended');
	return events;
}

const score = (text: string) => (text === 'bad' ? -0.8 : text === 'good' ? 0.6 : null);

beforeAll(async () => {
	const db = await openDatabase('file::memory:', 'drizzle');
	ctx = { db, now: () => NOW };
	await db.client.execute(
		`INSERT INTO sites (id, name, time_zone, created_at) VALUES ('main', 'Test', 'UTC', 0)`
	);
	const centre = await Centre.open(ctx, score);
	const chats: Chat[] = [
		{ contact: 'c1', customer: 'k1', path: 'uu', end: 'resolved', intent: 'track', words: ['good'] },
		// Came back three hours later: closed by the bot, but not contained.
		{ contact: 'c2', customer: 'k2', path: 'uuu', end: 'resolved', intent: 'track' },
		{
			contact: 'c3',
			customer: 'k2',
			path: 'uff',
			end: 'escalated',
			reason: 'not understood',
			hoursAgo: 2,
			intent: 'refund',
			answered: true,
			words: ['bad', 'good']
		},
		{ contact: 'c4', customer: 'k4', path: 'f', end: 'left', intent: 'refund' },
		{ contact: 'c5', path: 'u-', end: 'resolved' },
		{ contact: 'c6', customer: 'k6', path: 'uf', end: 'escalated', reason: 'person requested' },
		{ contact: 'c7', customer: 'k7', path: 'u', end: null },
		{ contact: 'old', customer: 'k8', path: 'ffff', end: 'left', hoursAgo: 24 * 30 }
	];
	await centre.ingest.accept(SYSTEM, chats.flatMap(chat));
	await centre.stop();
});
afterAll(() => ctx.db.close());

const read = (address = '') => readBots(ctx, SYSTEM, parseBotQuery(new URLSearchParams(address), NOW, 'UTC'));

describe('readBots()', () => {
	it('adds up the outcomes as told, and either reading of containment', async () => {
		const { total } = await read();
		expect(total).toMatchObject({
			sessions: 7,
			unfinished: 1,
			resolved: 3,
			escalated: 2,
			left: 1,
			withoutPerson: 4,
			returned: 1,
			unknownCustomer: 1,
			containment: 3 / 6,
			containmentRaw: 4 / 6,
			escalationRate: 2 / 6,
			turns: 14,
			turnsPerSession: 2,
			toldTurns: 13,
			understoodShare: 9 / 13
		});
	});

	it('tells the mood with the bot and with the person after it', async () => {
		const { total } = await read();
		expect(total).toMatchObject({
			moodWithBot: -0.5,
			moodWithBotCount: 2,
			moodWithPerson: 3,
			moodWithPersonCount: 1,
			moodChange: 7,
			moodChangeCount: 1
		});
	});

	it('follows the turns: who reached each, and how the conversation ended there', async () => {
		const { funnel, beyond } = await read();
		expect(funnel).toEqual([
			{
				turn: 1,
				reached: 7,
				understood: 6,
				failed: 1,
				resolved: 0,
				escalated: 0,
				left: 1,
				unfinished: 1,
				wentOn: 5
			},
			{
				turn: 2,
				reached: 5,
				understood: 2,
				failed: 2,
				resolved: 2,
				escalated: 1,
				left: 0,
				unfinished: 0,
				wentOn: 2
			},
			{
				turn: 3,
				reached: 2,
				understood: 1,
				failed: 1,
				resolved: 1,
				escalated: 1,
				left: 0,
				unfinished: 0,
				wentOn: 0
			}
		]);
		expect(beyond).toBe(0);
		for (const { reached, resolved, escalated, left, unfinished, wentOn } of funnel)
			expect(resolved + escalated + left + unfinished + wentOn).toBe(reached);
	});

	it('groups by bot, queue, reason and language, and names why it passed them on', async () => {
		const { groups, reasons } = await read();
		expect(groups.bot.map(({ id, sessions }) => [id, sessions])).toEqual([['vela', 7]]);
		expect(groups.intent.map(({ id, sessions, containment }) => [id, sessions, containment])).toEqual([
			[null, 3, 0.5],
			['refund', 2, 0.5],
			['track', 2, 0.5]
		]);
		expect(reasons).toEqual([
			{ reason: 'not understood', count: 1, share: 0.5 },
			{ reason: 'person requested', count: 1, share: 0.5 }
		]);
	});

	it('keeps to the period, the filters and the window', async () => {
		expect((await read('period=28d')).total.sessions).toBe(7);
		expect((await read('from=2026-10-01&to=2026-11-22&period=custom')).total.sessions).toBe(8);
		expect((await read('intent=track')).total).toMatchObject({ sessions: 2, returned: 1 });
		expect((await read('bot=nobody')).total).toMatchObject({
			sessions: 0,
			containment: null,
			moodWithBot: null
		});
		expect((await read('bot=nobody')).funnel).toEqual([]);
		expect(() => parseBotQuery(new URLSearchParams('window=2'), NOW, 'UTC')).toThrow('window "2" must be');
	});

	it('refuses an actor without contacts.view', async () => {
		const query = parseBotQuery(new URLSearchParams(), NOW, 'UTC');
		await expect(readBots(ctx, { rights: ['live.view'] }, query)).rejects.toThrow(ForbiddenError);
	});
});
