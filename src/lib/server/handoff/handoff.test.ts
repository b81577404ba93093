import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseEvent, type LoggedEvent } from '#lib/contracts/events.ts';
import { botCase } from '../../../../tests/support/bot-case.ts';
import { actorWithRole } from '../access/testing.ts';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { Centre } from '../centre.ts';
import { SYSTEM, type Actor, type Context } from '../context.ts';
import { openDatabase } from '../db/open-database.ts';
import { auditLog } from '../db/schema/index.ts';
import { conversationOf } from './conversation.ts';
import { firstNeed } from './judge.ts';
import { DEFAULT_RULES, handoffCard, ownContacts, readHandoffRules, saveAnswers, tryHandoffRules, updateHandoffRules } from './index.ts'; // prettier-ignore

const NOW = Date.parse('2026-11-24T10:00:00Z');
const theCase = (language: 'en' | 'es' = 'en', contact = 'c1') =>
	botCase({ contact, customer: 'k1', customerName: 'Eva Moon', queue: 'chat', language, agent: 'ana', atMs: NOW - 120_000 }); // prettier-ignore
const logged = (events: object[]): LoggedEvent[] =>
	events.map((event, seq) => {
		const parsed = parseEvent(event);
		if (!parsed.ok) throw new Error(parsed.error);
		return { ...parsed.event, seq };
	});

describe('conversationOf()', () => {
	it('reads exchanges, what was checked and what was only told, with personal numbers masked', () => {
		const { bot, escalation } = theCase();
		const c = conversationOf(logged([...bot, ...escalation]));
		expect(c.steps.map(({ understood }) => understood)).toEqual([true, true, false, true]);
		expect(c.steps[1]).toMatchObject({ asked: expect.stringContaining('contract number') as string });
		expect(c.verified).toEqual([
			{ name: 'contract', value: 'CC1234567' },
			{ name: 'identity', value: 'true' }
		]);
		expect(c.told.map(({ name }) => name)).toEqual(['amount', 'card']);
		expect(JSON.stringify(c)).not.toContain('4111');
		expect(c).toMatchObject({
			value: 9,
			customerName: 'Eva Moon',
			escalation: { reason: 'person requested' }
		});
	});

	it('leaves out facts that are no names with values, whatever a platform sends', () => {
		const odd = [
			true,
			'text',
			['a'],
			{ nested: { deep: 1 }, list: [1], empty: '', number: 7, flag: false },
			null
		];
		const turns = odd.map((facts, i) => ({
			specversion: '1.0',
			id: `${i}`,
			source: 's',
			type: 'marea.bot.turn',
			time: new Date(NOW + i).toISOString(),
			data: { contact: 'c', facts, verified: facts }
		}));
		expect(conversationOf(logged(turns)).verified).toEqual([
			{ name: 'number', value: '7' },
			{ name: 'flag', value: 'false' }
		]);
	});

	it('flags what a bot writes once a person has the contact, and nothing before', () => {
		const { bot, escalation, answer, late, talk } = theCase();
		expect(conversationOf(logged([...bot, ...escalation])).lateBot).toEqual([]);
		const c = conversationOf(logged([...bot, ...escalation, ...answer, ...talk.slice(0, 1), ...late]));
		expect(c.lateBot.map(({ text }) => text)).toEqual(['Would you like to rate our assistant?']);
		expect(c.messages).toHaveLength(11);
	});
});

describe('firstNeed()', () => {
	it.each(['en', 'es'] as const)('says when and why a person is needed, in %s', (language) => {
		const { bot, escalation } = theCase(language);
		const need = firstNeed(
			conversationOf(logged([...bot, ...escalation])),
			{ name: 'billing', probability: null },
			DEFAULT_RULES
		)!;
		expect(need.at).toBeLessThanOrEqual(NOW - 120_000 + 44_000);
		expect(need.reasonsNow.map(({ rule }) => rule)).toContain('request');
		expect(need.reasonsNow.map(({ rule }) => rule)).toContain('value');
	});

	it('judges only the bot’s part', () => {
		const { talk, answer } = theCase();
		expect(
			firstNeed(
				conversationOf(logged([...answer, ...talk])),
				{ name: 'cancel', probability: null },
				DEFAULT_RULES
			)
		).toBeNull();
	});
});

describe('the handoff domain', () => {
	let ctx: Context;
	let centre: Centre;
	const agent = (agentId: string | null): Actor => ({ ...actorWithRole('agent'), agentId });
	const feed = (events: object[]) => centre.ingest.accept(SYSTEM, logged(events));

	beforeEach(async () => {
		const db = await openDatabase('file::memory:', 'drizzle');
		ctx = { db, now: () => NOW };
		await db.client.batch(
			[
				`INSERT INTO sites (id, name, time_zone, created_at) VALUES ('main', 'S', 'UTC', 0)`,
				`INSERT INTO queues (id, site_id, name, channel, created_at) VALUES ('chat', 'main', 'Chat', 'chat', 0)`,
				`INSERT INTO agents (id, site_id, name, created_at) VALUES ('ana', 'main', 'Ana Pons', 0), ('ben', 'main', 'Ben Kay', 0)`
			],
			'write'
		);
		centre = await Centre.open(ctx, () => null);
	});
	afterEach(() => ctx.db.close());

	it('gives the card its sentences word for word, each by its place, and keeps what was written into the gap', async () => {
		const { bot, escalation, gap, answer, words } = theCase();
		await feed([...bot, ...escalation, ...gap]);
		const waiting = (await handoffCard(ctx, SYSTEM, 'c1', 'en'))!;
		expect(waiting.stage).toBe('waiting');
		expect(waiting.unanswered.map(({ text }) => text)).toEqual([words.gap, words.gap2]);
		const all = conversationOf(logged([...bot, ...escalation, ...gap])).messages;
		expect(waiting.summary.length).toBeGreaterThan(1);
		for (const { index, text } of waiting.summary) expect(all[index]!.text).toContain(text);
		await feed(answer);
		expect(await handoffCard(ctx, SYSTEM, 'c1', 'en')).toMatchObject({
			stage: 'person',
			agent: { name: 'Ana Pons' },
			unanswered: [{ text: words.gap }, { text: words.gap2 }]
		});
	});

	it('writes first words in the customer’s language, made of facts only', async () => {
		await feed([...theCase('es').bot, ...theCase('es').escalation]);
		const { firstWords } = (await handoffCard(ctx, SYSTEM, 'c1', 'en'))!;
		expect(firstWords.language).toBe('es');
		expect(firstWords.text).toMatch(/^Hola, Eva, gracias por esperar\. Veo que se trata de facturación\./);
		expect(firstWords.text).not.toContain('acaba de escribir');
	});

	it('says what it is about by the words where the source does not, and how sure that is', async () => {
		const { bot } = theCase();
		await feed(
			bot.map((event) => ({ ...event, data: { ...event.data, intent: undefined, language: undefined } }))
		);
		expect(await handoffCard(ctx, SYSTEM, 'c1', 'en')).toMatchObject({ intent: { name: null, from: null } });
		await ctx.db.client.execute(
			`INSERT INTO contact_intents (contact_id, intent, probability, language, guessed_at) VALUES ('c1', 'billing', 0.8, 'es', 0)`
		);
		expect(await handoffCard(ctx, SYSTEM, 'c1', 'en')).toMatchObject({
			intent: { name: 'billing', from: 'words', probability: 0.8 },
			customer: { language: 'es' },
			firstWords: { language: 'es' }
		});
	});

	it('lists the customer’s past contacts with how they ended', async () => {
		const before = botCase({ contact: 'c0', customer: 'k1', customerName: 'Eva Moon', queue: 'chat', language: 'en', agent: 'ana', atMs: NOW - 90_000_000 }); // prettier-ignore
		await feed([...before.bot, ...before.escalation, ...before.answer, ...before.end, ...theCase().bot]);
		await centre.project();
		const { past } = (await handoffCard(ctx, SYSTEM, 'c1', 'en'))!;
		expect(past).toMatchObject([{ id: 'c0', outcome: 'resolved', csat: 5, agent: { name: 'Ana Pons' } }]);
	});

	it('shows an agent the own contacts and refuses every other, also one that there is not', async () => {
		const { bot, escalation, answer } = theCase();
		await feed([...bot, ...escalation, ...answer]);
		expect(await handoffCard(ctx, agent('ana'), 'c1', 'en')).toMatchObject({ contact: 'c1' });
		await expect(handoffCard(ctx, agent('ben'), 'c1', 'en')).rejects.toThrow(ForbiddenError);
		await expect(handoffCard(ctx, agent('ana'), 'nobody', 'en')).rejects.toThrow(ForbiddenError);
		await expect(handoffCard(ctx, agent(null), 'c1', 'en')).rejects.toThrow(ForbiddenError);
		await expect(handoffCard(ctx, null, 'c1', 'en')).rejects.toThrow(ForbiddenError);
		expect(await handoffCard(ctx, SYSTEM, 'nobody', 'en')).toBeNull();
		expect(await ownContacts(ctx, centre.state, agent('ana'), 'en')).toHaveLength(1);
		expect(await ownContacts(ctx, centre.state, agent('ben'), 'en')).toEqual([]);
		await expect(ownContacts(ctx, centre.state, actorWithRole('supervisor'), 'en')).rejects.toThrow(
			ForbiddenError
		);
	});

	it('takes changed rules, audited, with a version; refuses who may not and what cannot be', async () => {
		const supervisor = actorWithRole('supervisor');
		const rules = { ...DEFAULT_RULES, intents: [...DEFAULT_RULES.intents], failedTurns: 3, cues: [] };
		expect(await readHandoffRules(ctx)).toEqual({ rules: DEFAULT_RULES, version: 1 });
		await updateHandoffRules(ctx, supervisor, rules);
		expect(await readHandoffRules(ctx)).toEqual({ rules, version: 2 });
		const audited = await ctx.db.orm.select().from(auditLog);
		expect(audited.map(({ action }) => action)).toEqual(['handoff-rules.update']);
		await expect(updateHandoffRules(ctx, agent('ana'), rules)).rejects.toThrow(ForbiddenError);
		await expect(updateHandoffRules(ctx, actorWithRole('planner'), rules)).rejects.toThrow(ForbiddenError);
		await expect(updateHandoffRules(ctx, supervisor, { ...rules, failedTurns: 0 })).rejects.toThrow(
			InvalidInputError
		);
		await expect(updateHandoffRules(ctx, supervisor, { ...rules, moodFall: 0 })).rejects.toThrow(/moodFall/);
	});

	it('shows the centre’s answers to the reason, in the customer’s language; changes are audited and refused to others', async () => {
		const answers = [
			{ id: '1', intent: 'billing', language: 'en' as const, text: 'The second charge goes back.' },
			{ id: '2', intent: 'billing', language: 'es' as const, text: 'El segundo cobro vuelve.' },
			{ id: '3', intent: 'outage', language: 'en' as const, text: 'A technician is on the way.' }
		];
		const supervisor = actorWithRole('supervisor');
		await saveAnswers(ctx, supervisor, answers);
		await feed(theCase().bot);
		expect((await handoffCard(ctx, SYSTEM, 'c1', 'es'))!.answers.map(({ id }) => id)).toEqual(['1']);
		await expect(saveAnswers(ctx, agent('ana'), answers)).rejects.toThrow(ForbiddenError);
		await expect(saveAnswers(ctx, supervisor, [answers[0]!, answers[0]!])).rejects.toThrow(/each id once/);
		await expect(saveAnswers(ctx, supervisor, [{ ...answers[0]!, text: ' ' }])).rejects.toThrow(
			InvalidInputError
		);
		const audited = await ctx.db.orm.select().from(auditLog);
		expect(audited.map(({ action }) => action)).toEqual(['handoff-answers.update']);
	});

	it('counts what rules would have done with last week’s conversations', async () => {
		for (const id of ['c1', 'c2']) {
			const { bot, escalation } = theCase('en', id);
			await feed([...bot, ...escalation]);
		}
		await centre.project();
		const supervisor = actorWithRole('supervisor');
		const input = { ...DEFAULT_RULES, intents: [], cues: [] };
		expect(await tryHandoffRules(ctx, supervisor, input)).toMatchObject({
			conversations: 2,
			needed: 2,
			escalated: 2,
			contained: 0,
			escalatedWithout: 0
		});
		const off = { ...input, moodBelow: null, moodFall: null, failedTurns: null, onRequest: false, valueAtLeast: null }; // prettier-ignore
		expect(await tryHandoffRules(ctx, supervisor, off)).toMatchObject({ needed: 0, escalatedWithout: 2, turnsBefore: null }); // prettier-ignore
		await expect(tryHandoffRules(ctx, agent('ana'), input)).rejects.toThrow(ForbiddenError);
	});
});
