import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actorWithRole, openTestContext } from '#lib/server/access/testing.ts';
import { LiveNeeds } from '#lib/server/attention/index.ts';
import { readBots } from '#lib/server/bots/index.ts';
import { Centre } from '#lib/server/centre.ts';
import {
	contactChoices,
	contactsCsv,
	listContacts,
	listWaiting,
	parseContactQuery
} from '#lib/server/contacts/index.ts';
import { SYSTEM, type Context } from '#lib/server/context.ts';
import { scoreText } from '#lib/server/conversations/index.ts';
import {
	importExamples,
	IntentWatch,
	learnIntents,
	modelInUse,
	trainingRequest
} from '#lib/server/intents/index.ts';
import { routeContact } from '#lib/server/routing/index.ts';

const EXAMPLES = `text,intent,language
I want to cancel my contract,cancel,en
Please cancel everything I am leaving,cancel,en
Cancel my subscription now,cancel,en
Quiero darme de baja del contrato,cancel,es
Quiero cancelar mi suscripción,cancel,es
My bill is twice what it was last month,billing,en
I was charged twice on this invoice,billing,en
Why is the bill so high,billing,en
La factura es más alta que el mes pasado,billing,es
Me han cobrado dos veces la factura,billing,es
`;
const CANCEL = 'I want to cancel my contract and my subscription';
const admin = actorWithRole('admin');

let test: Awaited<ReturnType<typeof openTestContext>>;
let ctx: Context;
let centre: Centre;
let watch: IntentWatch;
let at: number;
let n = 0;
const tell = (type: string, data: object) =>
	centre.ingest.accept(SYSTEM, [{ source: 's', id: String(++n), type: `marea.${type}`, at: at + n, data }]);
const say = (contact: string, text: string) => tell('message', { contact, party: 'customer', text });

beforeEach(async () => {
	test = await openTestContext();
	ctx = test.ctx;
	at = test.clock.at - 60_000;
	await ctx.db.client.batch(
		[
			`INSERT INTO sites (id, name, time_zone, created_at) VALUES ('main', 'S', 'UTC', 0)`,
			`INSERT INTO queues (id, site_id, name, channel, created_at) VALUES ('chat', 'main', 'Chat', 'chat', 0)`
		],
		'write'
	);
	await importExamples(ctx, admin, EXAMPLES);
	const training = await trainingRequest(ctx, admin);
	await training.finish(learnIntents(training.payload, () => {}));
	centre = await Centre.open(ctx, scoreText);
	watch = new IntentWatch(ctx, (id) => centre.wordsOf(id));
	centre.ingest.listen((events) => watch.observe(events));
});
afterEach(async () => {
	await watch.stop();
	await centre.stop();
	test.close();
});

const period = () => ({
	...parseContactQuery(new URLSearchParams('period=today'), ctx.now(), 'UTC').period,
	fromMs: at - 1000,
	toMs: at + 86_400_000
});

describe('what the words alone tell of a contact', () => {
	it('stands in the list of those who need a person as soon as it is stored, and after a restart', async () => {
		const needs = await LiveNeeds.open(ctx, centre.state);
		const stop = watch.listen((id, told) => needs.told(id, told));
		await tell('contact.queued', { contact: 'c1', queue: 'chat', channel: 'chat' });
		await say('c1', 'This is an outrage, get me a person! ' + CANCEL);
		await tell('contact.queued', { contact: 'c2', queue: 'chat', channel: 'chat', intent: 'outage' });
		await say('c2', 'This is an outrage, get me a person! ' + CANCEL);
		needs.tick();
		const of = (list: LiveNeeds) =>
			list
				.snapshot()
				.rows.map(({ id, intent, intentProbability, language }) => ({
					id,
					intent,
					intentProbability,
					language
				}))
				.sort((a, b) => (a.id < b.id ? -1 : 1));
		expect(of(needs)).toMatchObject([
			{ id: 'c1', intent: null, intentProbability: null },
			{ id: 'c2', intent: 'outage', intentProbability: null }
		]);
		await watch.look();
		needs.tick();
		const told = of(needs);
		expect(told).toMatchObject([
			{ id: 'c1', intent: 'cancel', language: 'en' },
			{ id: 'c2', intent: 'outage', intentProbability: null }
		]);
		expect(told[0]!.intentProbability).toBeGreaterThan(0.5);
		stop();
		const opened = await LiveNeeds.open(ctx, centre.state);
		opened.tick();
		expect(of(opened)).toEqual(told);
	});

	it('is in the line of a queue, in the list of contacts and its filter, choices and file, told apart from what was said', async () => {
		await tell('contact.queued', { contact: 'c1', queue: 'chat', channel: 'chat' });
		await say('c1', CANCEL);
		await tell('contact.queued', { contact: 'c2', queue: 'chat', channel: 'chat', intent: 'cancel' });
		await tell('contact.queued', { contact: 'c3', queue: 'chat', channel: 'chat' });
		await watch.look();
		await centre.project();
		const line = await listWaiting(ctx, admin, 'chat', 0);
		expect(line.map(({ id, intent, intentProbability }) => [id, intent, intentProbability === null])).toEqual(
			[
				['c1', 'cancel', false],
				['c2', 'cancel', true],
				['c3', null, true]
			]
		);
		const query = {
			...parseContactQuery(new URLSearchParams('intent=cancel'), ctx.now(), 'UTC'),
			period: period()
		};
		const { rows } = await listContacts(ctx, admin, query, ctx.now());
		expect(rows.map(({ id, intent }) => [id, intent]).sort()).toEqual([
			['c1', 'cancel'],
			['c2', 'cancel']
		]);
		expect((await contactChoices(ctx, admin, period())).intents).toEqual(['cancel']);
		const [head, ...lines] = contactsCsv(rows).trim().split(/\r?\n/);
		const column = head!.split(',').indexOf('intentProbability');
		const cells = new Map(lines.map((one) => [one.split(',')[0], one.split(',')[column]]));
		expect(Number(cells.get('c1'))).toBeGreaterThan(0.5);
		expect(cells.get('c2')).toBe('');
	});

	it('is a group of the bots’ report, with how many of it the words told', async () => {
		for (const [contact, intent] of [
			['c1', undefined],
			['c2', 'cancel'],
			['c3', undefined]
		] as const) {
			await tell('bot.started', { contact, bot: 'vela', queue: 'chat', channel: 'chat', intent });
			if (contact !== 'c3') await say(contact, CANCEL);
			await tell('bot.resolved', { contact, bot: 'vela' });
		}
		await watch.look();
		await centre.project();
		const query = {
			period: period(),
			bot: null,
			queue: null,
			intent: null,
			language: null,
			windowDays: 7
		} as const;
		const { groups, total } = await readBots(ctx, admin, query);
		expect(groups.intent.map(({ id, sessions, guessedIntent }) => [id, sessions, guessedIntent])).toEqual([
			['cancel', 2, 1],
			[null, 1, 0]
		]);
		expect(total.guessedIntent).toBe(1);
		expect((await readBots(ctx, admin, { ...query, intent: 'cancel' })).total.sessions).toBe(2);
	});

	it('decides a route, at once and with its probability in the reason, where the bot told none', async () => {
		await tell('bot.started', { contact: 'c1', bot: 'vela', queue: 'chat', channel: 'chat' });
		await say('c1', CANCEL);
		const route = (body: object, locale: 'en' | 'es' = 'en') =>
			routeContact(ctx, centre.state, SYSTEM, body, locale);
		// Nothing has been stored of it yet: the words are read for the asking.
		const answer = await route({ contact: 'c1' });
		expect(answer.subject).toMatchObject({ intent: 'cancel', from: 'words' });
		expect(answer.subject!.sentence).toMatch(/^Subject understood from the words: .+, \d+\s?% sure\.$/);
		expect(answer.needsPerson).toBe(true);
		const why = answer.reasons.find(({ rule }) => rule === 'intent')!;
		expect(why).toMatchObject({ intent: 'cancel', probability: answer.subject!.probability });
		expect(why.sentence).toContain('understood from the words');
		await watch.look();
		expect((await route({ contact: 'c1' })).subject).toEqual(answer.subject);

		const described = await route(
			{ channel: 'chat', words: ['Hola', 'quiero darme de baja del contrato'] },
			'es'
		);
		expect(described.subject).toMatchObject({ intent: 'cancel', from: 'words' });
		expect(described.subject!.sentence).toContain('por las palabras');
		expect((await route({ channel: 'chat', words: [CANCEL], intent: 'billing' })).subject).toMatchObject({
			intent: 'billing',
			from: 'source',
			probability: null
		});
		expect((await route({ channel: 'chat', words: ['zxqv'] })).subject).toBeNull();
		expect((await route({ channel: 'chat' })).subject).toBeNull();
		expect(await modelInUse(ctx)).not.toBeNull();
	});
});
