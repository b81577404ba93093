import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { Centre } from '../centre.ts';
import { SYSTEM, type Context } from '../context.ts';
import { verifyLog } from '../verify/index.ts';
import {
	changeExamples,
	examplesCsv,
	importExamples,
	IntentWatch,
	learnIntents,
	listExamples,
	listModels,
	modelInUse,
	readIntentShares,
	trainingRequest,
	useModel
} from './index.ts';

const admin = actorWithRole('admin');
const FILE = `text,intent,language
My bill is twice what it was last month,billing,en
I was charged twice on this invoice,billing,en
Why is the bill so high,billing,
La factura es más alta que el mes pasado,billing,es
Me han cobrado dos veces la factura,billing,es
There is no electricity in our street,outage,en
The power is out since this morning,outage,en
No tenemos luz en toda la calle,outage,es
Se ha ido la luz en el barrio,outage,es
,billing,en
Wo ist mein Paket?,parcel,de
`;

describe('intents', () => {
	let test: Awaited<ReturnType<typeof openTestContext>>;
	let ctx: Context;
	beforeAll(async () => {
		test = await openTestContext();
		ctx = test.ctx;
	});
	afterAll(() => test.close());

	it('examples come in by CSV, bad rows are named, and the file goes out and in again without a change', async () => {
		await expect(importExamples(ctx, actorWithRole('supervisor'), FILE)).rejects.toThrow('settings.manage');
		const imported = await importExamples(ctx, admin, FILE);
		expect(imported).toMatchObject({ put: 9, removed: 0 });
		expect(imported.problems.map(({ line, problem }) => [line, problem])).toEqual([
			[11, 'text'],
			[12, 'language']
		]);
		const again = await importExamples(ctx, admin, examplesCsv(await listExamples(ctx, admin)));
		expect(again).toMatchObject({ put: 0, removed: 0, problems: [] });
	});

	it('a change can be undone, and personal numbers are masked', async () => {
		const before = examplesCsv(await listExamples(ctx, admin));
		const [first] = await listExamples(ctx, admin);
		const { undo } = await changeExamples(ctx, admin, {
			put: [
				{ text: 'Call me about my bill on 612 345 678', intent: 'billing', language: 'en' },
				{ text: 'The power is out since this morning', intent: 'billing', language: 'en' }
			],
			remove: [first!.id]
		});
		expect((await listExamples(ctx, admin)).map(({ text }) => text)).toContain(
			'Call me about my bill on [phone]'
		);
		await changeExamples(ctx, admin, undo);
		expect(
			examplesCsv(await listExamples(ctx, admin))
				.split('\n')
				.sort()
		).toEqual(before.split('\n').sort());
		await expect(changeExamples(ctx, actorWithRole('planner'), {})).rejects.toThrow('settings.manage');
	});

	it('training makes a new version, keeps the old one, and another can be put to use', async () => {
		await expect(trainingRequest(ctx, actorWithRole('planner'))).rejects.toThrow('settings.manage');
		for (const version of [1, 2]) {
			const request = await trainingRequest(ctx, admin);
			const made = await request.finish(learnIntents(request.payload, () => {}));
			expect(made).toEqual({ version });
		}
		expect((await listModels(ctx, admin)).map(({ version, isInUse }) => [version, isInUse])).toEqual([
			[2, true],
			[1, false]
		]);
		expect(await useModel(ctx, admin, { version: 1 })).toEqual({ before: 2 });
		expect((await modelInUse(ctx))!.version).toBe(1);
		await expect(useModel(ctx, admin, { version: 9 })).rejects.toThrow('no version 9');
		await expect(useModel(ctx, actorWithRole('supervisor'), { version: 2 })).rejects.toThrow(
			'settings.manage'
		);
		expect(await test.audited()).toEqual(
			expect.arrayContaining(['intents.examples', 'intents.train', 'intents.use'])
		);
	});

	it('contacts without an intent get one from their words, also after a restart; the log stays the truth', async () => {
		const at = test.clock.at - 60_000;
		let n = 0;
		const event = (type: string, data: object) => ({
			source: 's',
			id: String(++n),
			type: `marea.${type}`,
			at: at + n * 1000,
			data
		});
		const say = (contact: string, text: string) => event('message', { contact, party: 'customer', text });
		const centre = await Centre.open(ctx, () => null);
		const watch = new IntentWatch(ctx, (id) => centre.wordsOf(id));
		const stop = centre.ingest.listen((events) => watch.observe(events));
		await centre.ingest.accept(SYSTEM, [
			event('contact.queued', {
				contact: 'told',
				queue: 'q',
				channel: 'chat',
				intent: 'outage',
				language: 'en'
			}),
			say('told', 'why is my bill so high'),
			event('contact.queued', { contact: 'guessed', queue: 'q', channel: 'chat' }),
			say('guessed', 'hola'),
			say('guessed', '¿por qué es tan alta la factura?'),
			event('contact.queued', { contact: 'third', queue: 'q', channel: 'chat' }),
			say('third', 'Wo ist mein Paket? Ich warte schon seit zwei Wochen')
		]);
		await watch.look();
		stop();
		// Said just before a stop: found at the next start.
		await centre.ingest.accept(SYSTEM, [
			event('contact.queued', { contact: 'late', queue: 'q', channel: 'chat' }),
			say('late', 'no tenemos luz en la calle')
		]);
		await centre.project();
		const reopened = new IntentWatch(ctx, () => null);
		reopened.start();
		await reopened.stop();

		const { rows } = await ctx.db.client.execute(
			'SELECT contact_id, intent, language FROM contact_intents ORDER BY 1'
		);
		expect(rows.map((row) => Object.values(row))).toEqual([
			['guessed', 'billing', 'es'],
			['late', 'outage', 'es'],
			['third', null, null]
		]);
		const shares = await readIntentShares(ctx, admin, { fromMs: at, toMs: at + 60_000 });
		expect(shares).toEqual([
			{ queue: 'q', intent: 'outage', contacts: 2, guessed: 1, share: 0.5 },
			{ queue: 'q', intent: null, contacts: 1, guessed: 0, share: 0.25 },
			{ queue: 'q', intent: 'billing', contacts: 1, guessed: 1, share: 0.25 }
		]);
		expect((await verifyLog(ctx, SYSTEM, () => null)).differences).toEqual([]);
	});
});
