import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ForbiddenError } from '../access/index.ts';
import { Centre } from '../centre.ts';
import { SYSTEM, type Context } from '../context.ts';
import { scoreText } from '../conversations/index.ts';
import { openDatabase } from '../db/open-database.ts';
import { contactsCsv } from './contacts-csv.ts';
import { listContacts } from './list-contacts.ts';
import { parseContactQuery } from './parse-contact-query.ts';
import { parsePeriod } from './parse-period.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const DAY_MS = 86_400_000;
let ctx: Context;
let n = 0;
const event = (type: string, at: number, data: object) => ({
	source: 's',
	id: String(++n),
	type: `marea.${type}`,
	at,
	data
});
const chat = (contact: string, at: number, customer: string | undefined, ...texts: string[]) => [
	event('contact.started', at, { contact, channel: 'chat', customer, language: 'es', intent: 'refund' }),
	...texts.map((text, i) => event('message', at + (i + 1) * 1_000, { contact, party: 'customer', text }))
];

beforeAll(async () => {
	const db = await openDatabase('file::memory:', 'drizzle');
	ctx = { db, now: () => NOW };
	await db.client.execute(
		`INSERT INTO sites (id, name, time_zone, created_at) VALUES ('main', 'Test', 'UTC', 0)`
	);
	const centre = await Centre.open(ctx, scoreText);
	await centre.ingest.accept(SYSTEM, [
		...chat('first', NOW - 3 * DAY_MS, 'k1', '¿Dónde está mi DEVOLUCIÓN?'),
		event('contact.ended', NOW - 3 * DAY_MS + 60_000, { contact: 'first' }),
		...chat(
			'second',
			NOW - 60_000,
			'k1',
			'Estoy muy enfadada, esto es una vergüenza',
			'Voy a poner una denuncia'
		),
		event('bot.started', NOW - 59_500, { contact: 'second', bot: 'b', queue: 'q' }),
		event('contact.queued', NOW - 30_000, { contact: 'second', queue: 'q' }),
		...chat('third', NOW - 90_000, undefined, 'Gracias, perfecto, muy amable'),
		event('contact.ended', NOW - 10_000, { contact: 'third' }),
		event('contact.started', NOW - 20 * DAY_MS, { contact: 'old', channel: 'voice' })
	]);
	await centre.stop();
});
afterAll(() => ctx.db.close());

const idsOf = async (address: string) => {
	const query = parseContactQuery(new URLSearchParams(address), NOW, 'UTC');
	return (await listContacts(ctx, SYSTEM, query, NOW)).rows.map(({ id }) => id);
};

describe('listContacts()', () => {
	it.each([
		['', ['second', 'third', 'first']],
		['period=today', ['second', 'third']],
		['period=custom&from=2026-11-19&to=2026-11-19', ['first']],
		['period=28d&sort=started.asc', ['old', 'first', 'third', 'second']],
		['state=open', ['second']],
		['state=over', ['third', 'first']],
		['queue=q', ['second']],
		['bot=any', ['second']],
		['bot=none', ['third', 'first']],
		['mood=positive', ['third']],
		['mood=negative', ['second']],
		['period=28d&mood=unknown', ['old']],
		['cue=legal-threat', ['second']],
		['channel=voice', []],
		['period=28d&channel=voice', ['old']],
		['intent=refund&language=es&sort=mood.asc', ['second', 'first', 'third']],
		['words=devolucion', ['first']],
		['words=VERGÜENZA denúncia', ['second']],
		['words=100%', []],
		['words=*', []]
	])('answers "%s"', async (address, ids) => {
		expect(await idsOf(address)).toEqual(ids);
	});

	it('tells the mood, the cues, how often the customer was here, and where the words stand', async () => {
		const query = parseContactQuery(new URLSearchParams('words=denuncia'), NOW, 'UTC');
		const { rows, total } = await listContacts(ctx, SYSTEM, query, NOW);
		expect(total).toBe(1);
		expect(rows[0]).toMatchObject({
			isOpen: true,
			repeats: 1,
			moodTurns: 2,
			queue: { id: 'q' },
			found: 'Voy a poner una denuncia'
		});
		expect(rows[0]!.cues['legal-threat']).toBe(1);
		expect(contactsCsv(rows)).toContain('second,k1,chat,q,');
	});

	it('pages, and answers the last page beyond the end', async () => {
		const query = parseContactQuery(new URLSearchParams('page=9'), NOW, 'UTC');
		const page = await listContacts(ctx, SYSTEM, query, NOW, 2);
		expect([page.page, page.pages, page.total]).toEqual([2, 2, 3]);
		expect(page.rows.map(({ id }) => id)).toEqual(['first']);
	});

	it('refuses an actor without contacts.view, and an address that is none', async () => {
		const query = parseContactQuery(new URLSearchParams(), NOW, 'UTC');
		await expect(listContacts(ctx, { rights: ['live.view'] }, query, NOW)).rejects.toThrow(ForbiddenError);
		for (const [address, problem] of [
			['mood=sad', 'mood "sad" must be one of'],
			['sort=name.asc', 'sort "name.asc" must be one of'],
			['page=0', 'page "0" must be 1 or more'],
			['period=week', 'period "week" must be'],
			['from=2026-02-30', 'from "2026-02-30" must be a date'],
			['from=2026-11-22&to=2026-11-21', 'must not be after to']
		] as const)
			expect(() => parseContactQuery(new URLSearchParams(address), NOW, 'UTC')).toThrow(problem);
	});
});

it('parsePeriod() takes whole local days, also across a change of the clocks', () => {
	const at = Date.parse('2026-10-26T09:00:00Z');
	const { fromMs, toMs, fromDay, toDay } = parsePeriod(new URLSearchParams('period=7d'), at, 'Europe/Madrid');
	expect([new Date(fromMs).toISOString(), new Date(toMs).toISOString()]).toEqual([
		'2026-10-19T22:00:00.000Z',
		'2026-10-26T23:00:00.000Z'
	]);
	expect([fromDay, toDay]).toEqual(['2026-10-20', '2026-10-26']);
});
