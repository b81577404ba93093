import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QualityForm } from '#solver/quality/index.ts';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import type { Actor } from '../context.ts';
import {
	agents,
	contacts,
	notices,
	performanceDays,
	qualityDraws,
	qualitySamples,
	queues,
	sites,
	users,
	visits
} from '../db/schema/index.ts';
import { drawPeriods } from './draw-samples.ts';
import {
	agentAverages,
	answerDispute,
	closeCalibration,
	discardDraft,
	disputeItem,
	drawSamples,
	gatherEvaluations,
	listCalibrations,
	listEvaluations,
	listForms,
	listQueue,
	readCalibration,
	readEvaluation,
	readForm,
	readQualitySettings,
	readSubject,
	retireForm,
	retractEvaluation,
	saveDraft,
	saveForm,
	shareEvaluation,
	skipSample,
	startCalibration,
	updateQualitySettings,
	withdrawDispute
} from './index.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Wednesday 11 March 2026, 12:00 in Madrid. */
const NOON = Date.UTC(2026, 2, 11, 11);
const lead: Actor = { ...actorWithRole('supervisor'), id: 'user:lead' };
const other: Actor = { ...actorWithRole('supervisor'), id: 'user:other' };
const ana: Actor = { ...actorWithRole('agent'), id: 'user:ana', agentId: 'ana' };
const ben: Actor = { ...actorWithRole('agent'), id: 'user:ben', agentId: 'ben' };

const words = (en: string) => ({ en, es: en });
const FORM: QualityForm = {
	sections: [
		{
			id: 's',
			title: words('Section'),
			weight: 1,
			items: [
				{ id: 'asks', text: words('Asks'), guide: words(''), weight: 1, top: 4, allowNa: true, fail: 'none' },
				{ id: 'duty', text: words('Duty'), guide: words(''), weight: 1, top: 1, allowNa: false, fail: 'form' }
			]
		}
	]
};
const answers = (asks: number | 'na', duty: number) => ({
	asks: { value: asks, note: '' },
	duty: { value: duty, note: '' }
});

/** Who was told what, in order. */
const told = async () =>
	(
		await test.ctx.db.orm
			.select()
			.from(notices)
			.orderBy(sql`rowid`)
	).map(({ userId, kind, href }) => ({
		userIds: [userId],
		kind,
		href
	}));
let test: Awaited<ReturnType<typeof openTestContext>>;
let formId: string;
beforeEach(async () => {
	test = await openTestContext();
	test.clock.at = NOON;
	const { orm } = test.ctx.db;
	await orm.insert(sites).values({ id: 'main', name: 'Main', timeZone: 'Europe/Madrid', createdAt: 1 });
	await orm.insert(queues).values({ id: 'q', siteId: 'main', name: 'q', channel: 'voice', createdAt: 1 });
	await orm
		.insert(agents)
		.values(['ana', 'ben'].map((id) => ({ id, siteId: 'main', name: id, createdAt: 1 })));
	const at = new Date(1);
	await orm.insert(users).values(
		[
			['lead', null],
			['other', null],
			['ana', 'ana'],
			['ben', 'ben']
		].map(([id, agentId]) => ({
			id: id!,
			name: id!,
			email: `${id}@x.y`,
			agentId,
			createdAt: at,
			updatedAt: at
		}))
	);
	const saved = await saveForm(test.ctx, lead, { id: null, name: words('Form'), body: FORM, basedOn: null });
	formId = saved.status === 'saved' ? saved.id : '';
});
afterEach(() => test.close());

/** Stays that ended so many hours before now. */
async function addStays(
	stays: {
		id: string;
		agent?: string;
		hoursAgo?: number;
		holdSeconds?: number;
		cues?: object;
		then?: string;
	}[]
): Promise<void> {
	const { orm } = test.ctx.db;
	for (const { id, agent = 'ana', hoursAgo = 2, holdSeconds = 0, cues, then } of stays) {
		const end = test.clock.at - hoursAgo * HOUR;
		const start = end - 300_000;
		await orm.insert(contacts).values({
			id,
			source: 'test',
			channel: 'voice',
			queueId: 'q',
			agentId: agent,
			startedAt: start,
			endedAt: end,
			lastEventAt: end,
			cues: cues ? JSON.stringify(cues) : null
		});
		const visit = { contactId: id, queueId: 'q', outcome: 'answered' as const, talkMs: 200_000 };
		await orm.insert(visits).values([
			{
				...visit,
				ordinal: 0,
				agentId: agent,
				enteredAt: start,
				leftAt: start,
				handledUntil: end,
				holdMs: holdSeconds * 1000
			},
			...(then
				? [{ ...visit, ordinal: 1, agentId: then, enteredAt: end, leftAt: end, handledUntil: end + 60_000 }]
				: [])
		]);
	}
}

const draft = (
	contactId: string,
	values = answers(2, 1),
	actor = lead,
	more: { agentId?: string; calibrationId?: string } = {}
) =>
	saveDraft(test.ctx, actor, { contactId, agentId: 'ana', formId, formVersion: 1, answers: values, ...more });

async function shared(contactId: string, values = answers(2, 1), actor = lead, more = {}): Promise<string> {
	const { id } = await draft(contactId, values, actor, more);
	expect(await shareEvaluation(test.ctx, actor, id)).toMatchObject({ status: 'shared' });
	return id;
}

describe('saveForm()', () => {
	it('keeps every version, and does not run over what somebody else has saved', async () => {
		const { ctx } = test;
		const more = { sections: [{ ...FORM.sections[0]!, weight: 7 }] };
		expect(await saveForm(ctx, lead, { id: formId, name: words('New'), body: more, basedOn: 1 })).toEqual({
			status: 'saved',
			id: formId,
			version: 2
		});
		expect(await saveForm(ctx, lead, { id: formId, name: words('Late'), body: FORM, basedOn: 1 })).toEqual({
			status: 'outdated',
			version: 2
		});
		const form = (await readForm(ctx, lead, formId))!;
		expect(form.versions.map(({ version, name }) => [version, name.en])).toEqual([
			[2, 'New'],
			[1, 'Form']
		]);
		await retireForm(ctx, lead, { id: formId, isRetired: true });
		expect((await listForms(ctx, lead))[0]).toMatchObject({ isRetired: true, version: 2 });
		expect(await test.audited()).toEqual(['quality-form.save', 'quality-form.save', 'quality-form.retire']);
	});

	it('refuses ids used twice, texts in one language and weights of nothing', async () => {
		const [section] = FORM.sections;
		const [item] = section!.items;
		for (const body of [
			{ sections: [section!, section!] },
			{ sections: [{ ...section!, weight: 0 }] },
			{ sections: [{ ...section!, items: [{ ...item!, text: { en: 'x', es: ' ' } }] }] },
			{ sections: [] }
		])
			await expect(
				saveForm(test.ctx, lead, { id: null, name: words('F'), body, basedOn: null })
			).rejects.toThrow(InvalidInputError);
	});
});

describe('drawPeriods()', () => {
	it('goes on from the last draw and is cut where the local month begins', () => {
		const last = Date.UTC(2026, 2, 30, 10);
		const now = Date.UTC(2026, 3, 2, 10);
		const [march, april, ...rest] = drawPeriods(last, now, 'Europe/Madrid');
		expect(rest).toEqual([]);
		expect(march).toMatchObject({ fromMs: last, month: '2026-03', elapsed: 1 });
		// Midnight in Madrid, in summer time.
		expect(march!.toMs).toBe(Date.UTC(2026, 2, 31, 22));
		expect(april).toMatchObject({ fromMs: march!.toMs, toMs: now, month: '2026-04' });
		expect(april!.elapsed).toBeCloseTo((1 + 12 / 24) / 30, 6);
	});

	it('looks back a week at first, and leaves out the time of a long pause', () => {
		expect(drawPeriods(null, NOON, 'UTC')[0]!.fromMs).toBe(NOON - 7 * DAY);
		expect(drawPeriods(NOON - 90 * DAY, NOON, 'UTC')[0]!.fromMs).toBe(NOON - 7 * DAY);
	});
});

describe('drawSamples()', () => {
	const many = (agent: string, n: number, from = 0) =>
		Array.from({ length: n }, (_, i) => ({ id: `${agent}${from + i}`, agent, hoursAgo: 1 + i }));

	it('draws what the month asks for of each agent with its chance, and the riskiest of the rest with reasons', async () => {
		const { ctx } = test;
		await addStays([...many('ana', 20), ...many('ben', 1)]);
		await addStays([
			{ id: 'legal', agent: 'ben', cues: { 'legal-threat': 1 }, holdSeconds: 300, hoursAgo: 400 }
		]);
		await addStays([{ id: 'grave', agent: 'ana', cues: { 'legal-threat': 2 }, holdSeconds: 300 }]);
		await updateQualitySettings(ctx, lead, { perMonth: 6, riskPerDraw: 3, disputeDays: 14 });
		// 11 March at noon: a third of the month has passed, ceil(6 · 0.34) are due.
		const drawn = await drawSamples(ctx, lead);
		expect(drawn.population).toBe(22);
		expect(drawn.random).toBe(3 + 1);
		const { rows } = await listQueue(ctx, lead);
		const random = rows.filter(({ basis }) => basis === 'random');
		expect(random.filter(({ agentId }) => agentId === 'ana').map(({ probability }) => probability)).toEqual(
			Array(3).fill(3 / 21)
		);
		expect(random.filter(({ agentId }) => agentId === 'ben').map(({ probability }) => probability)).toEqual([
			1
		]);
		const grave = rows.find(({ contactId }) => contactId === 'grave')!;
		expect(grave.reasons.map(({ kind }) => kind)).toEqual(['legal-threat', 'long-hold']);
		// Ended before the week that the first draw looks at.
		expect(rows.some(({ contactId }) => contactId === 'legal')).toBe(false);
		expect(await test.audited()).toContain('quality.draw');
	});

	it('never draws a stay twice, and only adds what has become due', async () => {
		const { ctx } = test;
		await updateQualitySettings(ctx, lead, { perMonth: 6, riskPerDraw: 0, disputeDays: 14 });
		await addStays(many('ana', 10));
		expect((await drawSamples(ctx, lead)).random).toBe(3);
		expect(await drawSamples(ctx, lead)).toEqual({ random: 0, risk: 0, population: 0 });
		test.clock.at += 6 * DAY;
		await addStays(many('ana', 10, 100));
		// 17 March at noon: ceil(6 · 0.53) = 4 are due, 3 are there.
		expect(await drawSamples(ctx, lead)).toMatchObject({ random: 1, population: 10 });
		expect(await ctx.db.orm.select().from(qualityDraws)).toHaveLength(2);
	});

	it('counts a contact that came back to the same agent once, and one with two agents for each', async () => {
		const { ctx } = test;
		await addStays([
			{ id: 'both', agent: 'ana', then: 'ben' },
			{ id: 'same', agent: 'ana', then: 'ana' }
		]);
		expect((await drawSamples(ctx, lead)).population).toBe(3);
		const rows = await ctx.db.orm.select().from(qualitySamples);
		expect(
			rows.find(({ contactId, agentId }) => contactId === 'both' && agentId === 'ana')!.reasons
		).toContainEqual({
			kind: 'passed-on',
			figure: 1
		});
	});

	it('sets aside and brings back what waits', async () => {
		const { ctx } = test;
		await addStays([{ id: 'c1' }]);
		await drawSamples(ctx, lead);
		const one = { contactId: 'c1', agentId: 'ana' };
		await skipSample(ctx, lead, { ...one, isSkipped: true });
		expect((await listQueue(ctx, lead)).rows).toMatchObject([{ state: 'skipped' }]);
		await skipSample(ctx, lead, { ...one, isSkipped: false });
		await shared('c1');
		expect((await listQueue(ctx, lead)).rows).toEqual([]);
		await skipSample(ctx, lead, { ...one, isSkipped: true });
		expect(await ctx.db.orm.select().from(qualitySamples)).toMatchObject([{ state: 'done' }]);
	});
});

describe('an evaluation', () => {
	it('is a draft that nobody else sees until it is whole and shared; then its agent is told', async () => {
		const { ctx } = test;
		await addStays([{ id: 'c1' }]);
		const { id } = await saveDraft(ctx, lead, {
			contactId: 'c1',
			agentId: 'ana',
			formId,
			formVersion: 1,
			answers: { asks: { value: 3, note: 'well' } }
		});
		expect(await shareEvaluation(ctx, lead, id)).toEqual({ status: 'incomplete', missing: ['duty'] });
		expect(await listEvaluations(ctx, other)).toEqual([]);
		expect(await readEvaluation(ctx, other, id)).toBeNull();
		expect(await listEvaluations(ctx, ana)).toEqual([]);
		expect(await readEvaluation(ctx, ana, id)).toBeNull();
		// The same draft goes on.
		expect((await draft('c1', answers(3, 1))).id).toBe(id);
		expect(await shareEvaluation(ctx, lead, id)).toEqual({ status: 'shared', score: 0.875 });
		expect(await told()).toEqual([
			{ userIds: ['ana'], kind: 'evaluation.shared', href: `/coaching/quality/evaluations/${id}` }
		]);
		const view = (await readEvaluation(ctx, ana, id))!;
		expect(view.evaluatorName).toBeNull();
		expect(JSON.stringify(view)).not.toContain('user:lead');
		expect((await listEvaluations(ctx, ana))[0]).toMatchObject({ id, evaluatorName: null, score: 0.875 });
		expect((await readEvaluation(ctx, other, id))!.evaluatorName).toBe('lead');
		await expect(draft('c1')).rejects.toThrow('shared already');
	});

	it('scores 0 where an answer fails it, and keeps what the weights make', async () => {
		await addStays([{ id: 'c1' }]);
		const id = await shared('c1', answers(4, 0));
		expect((await readEvaluation(test.ctx, ana, id))!.evaluation).toMatchObject({
			score: 0,
			weighted: 0.5,
			failedBy: ['duty']
		});
	});

	it('is refused for answers that the form has not, contacts that the agent had not, and by others', async () => {
		const { ctx } = test;
		await addStays([{ id: 'c1' }]);
		await expect(draft('c1', answers(9, 1))).rejects.toThrow(InvalidInputError);
		await expect(draft('c1', { ...answers(1, 1), strange: { value: 1, note: '' } } as never)).rejects.toThrow(
			'strange'
		);
		await expect(draft('c1', answers(1, 1), lead, { agentId: 'ben' })).rejects.toThrow('has not handled');
		const { id } = await draft('c1');
		await expect(shareEvaluation(ctx, other, id)).rejects.toThrow(ForbiddenError);
		await discardDraft(ctx, lead, { id, isDiscarded: true });
		expect((await readSubject(ctx, lead, { contactId: 'c1' }))!.own).toBeNull();
		await discardDraft(ctx, lead, { id, isDiscarded: false });
		expect((await readSubject(ctx, lead, { contactId: 'c1' }))!.own!.id).toBe(id);
	});

	it('keeps the version of its form', async () => {
		const { ctx } = test;
		await addStays([{ id: 'c1' }]);
		const id = await shared('c1');
		const more = { sections: [{ ...FORM.sections[0]!, items: [FORM.sections[0]!.items[0]!] }] };
		await saveForm(ctx, lead, { id: formId, name: words('Form'), body: more, basedOn: 1 });
		expect((await readEvaluation(ctx, lead, id))!.form).toMatchObject({ version: 1, body: FORM });
	});

	it('counts for the fair comparison only where it was drawn at random, and once', async () => {
		const { ctx } = test;
		await updateQualitySettings(ctx, lead, { perMonth: 0, riskPerDraw: 1, disputeDays: 14 });
		await addStays([{ id: 'risky', cues: { 'legal-threat': 1 } }]);
		await drawSamples(ctx, lead);
		await updateQualitySettings(ctx, lead, { perMonth: 100, riskPerDraw: 0, disputeDays: 14 });
		test.clock.at += 3 * HOUR;
		await addStays([{ id: 'r1' }, { id: 'r2' }]);
		await drawSamples(ctx, lead);
		await addStays([{ id: 'chosen' }]);
		await shared('risky', answers(0, 1));
		await shared('chosen', answers(0, 1));
		const first = await shared('r1', answers(2, 1));
		await shared('r1', answers(4, 1), other);
		await shared('r2', answers(4, 1));
		const days = ['2026-03-10', '2026-03-11'];
		await gatherEvaluations(ctx, days);
		const facts = await ctx.db.orm.select().from(performanceDays);
		expect(facts).toMatchObject([
			{
				date: '2026-03-11',
				agentId: 'ana',
				evaluations: 2,
				evaluationScores: 1.75,
				evaluationSquares: 0.75 ** 2 + 1
			}
		]);
		const [row] = await agentAverages(ctx, lead, { days: 30 });
		expect(row).toMatchObject({
			agentId: 'ana',
			evaluations: 5,
			random: { evaluated: 2, population: 2, mean: 0.875 }
		});
		// Taken back it counts no more, and the contact waits again.
		await retractEvaluation(ctx, lead, first);
		await gatherEvaluations(ctx, days);
		expect(await ctx.db.orm.select().from(performanceDays)).toMatchObject([{ evaluations: 1 }]);
		expect((await listQueue(ctx, lead)).rows).toMatchObject([{ contactId: 'r1', state: 'open' }]);
	});
});

describe('a dispute', () => {
	async function disputed(values = answers(2, 0)) {
		await addStays([{ id: 'c1' }]);
		const evaluationId = await shared('c1', values);
		const result = await disputeItem(test.ctx, ana, { evaluationId, itemId: 'duty', reason: 'I did ask.' });
		if (result.status !== 'disputed') throw new Error(result.status);
		return { evaluationId, disputeId: result.id };
	}

	it('goes to the evaluator; the answer changes the score and both are kept; the agent is told', async () => {
		const { ctx } = test;
		const { evaluationId, disputeId } = await disputed();
		expect((await told()).at(-1)).toMatchObject({ userIds: ['lead'], kind: 'evaluation.disputed' });
		expect(await answerDispute(ctx, other, { disputeId, value: 1, answer: 'You are right.' })).toEqual({
			status: 'changed',
			scoreBefore: 0,
			scoreAfter: 0.75
		});
		expect((await told()).at(-1)).toMatchObject({ userIds: ['ana'], kind: 'evaluation.answered' });
		const { evaluation, disputes } = (await readEvaluation(ctx, ana, evaluationId))!;
		expect(evaluation).toMatchObject({ score: 0.75, failedBy: [] });
		expect(disputes).toMatchObject([
			{
				state: 'changed',
				valueBefore: 0,
				valueAfter: 1,
				scoreBefore: 0,
				scoreAfter: 0.75,
				answer: 'You are right.'
			}
		]);
		expect(JSON.stringify(disputes)).not.toContain('user:');
		expect(await answerDispute(ctx, lead, { disputeId, value: null, answer: 'Too late' })).toEqual({
			status: 'no-longer-open'
		});
		expect(await disputeItem(ctx, ana, { evaluationId, itemId: 'duty', reason: 'Once more' })).toEqual({
			status: 'already-disputed'
		});
		await expect(retractEvaluation(ctx, lead, evaluationId)).rejects.toThrow('disputed');
	});

	it('can be upheld, and taken back while it is open', async () => {
		const { ctx } = test;
		const { evaluationId, disputeId } = await disputed(answers(2, 1));
		await withdrawDispute(ctx, ana, disputeId);
		expect((await readEvaluation(ctx, ana, evaluationId))!.disputes).toEqual([]);
		const again = await disputeItem(ctx, ana, { evaluationId, itemId: 'asks', reason: 'I asked twice' });
		const id = again.status === 'disputed' ? again.id : '';
		expect(await answerDispute(ctx, lead, { disputeId: id, value: 2, answer: 'Not enough.' })).toEqual({
			status: 'upheld',
			scoreBefore: 0.75,
			scoreAfter: 0.75
		});
		await expect(withdrawDispute(ctx, ana, id)).rejects.toThrow(InvalidInputError);
	});

	it('is possible for as many days as the centre says, by the agent alone', async () => {
		const { ctx } = test;
		await addStays([{ id: 'c1' }]);
		const evaluationId = await shared('c1');
		const wish = { evaluationId, itemId: 'asks', reason: 'I asked twice' };
		for (const actor of [ben, lead, actorWithRole('planner'), actorWithRole('agent')])
			await expect(disputeItem(ctx, actor, wish)).rejects.toThrow(ForbiddenError);
		test.clock.at += 14 * DAY;
		expect((await disputeItem(ctx, ana, wish)).status).toBe('disputed');
		test.clock.at += 1;
		expect(await disputeItem(ctx, ana, { ...wish, itemId: 'duty' })).toEqual({ status: 'too-late' });
	});
});

describe('a calibration', () => {
	it('hides the others’ answers until the own are given, then tells agreement and who is strict', async () => {
		const { ctx } = test;
		const ids = ['c1', 'c2', 'c3', 'c4'];
		await addStays(ids.map((id) => ({ id })));
		const { id } = await startCalibration(ctx, lead, {
			name: 'March',
			formId,
			contacts: ids.map((contactId) => ({ contactId, agentId: 'ana' }))
		});
		const more = { calibrationId: id };
		for (const [i, contactId] of ids.entries())
			await shared(contactId, answers(i, i === 3 ? 0 : 1), lead, more);
		expect((await readCalibration(ctx, other, id))!.results).toBeNull();
		expect((await listCalibrations(ctx, other)).leniency).toEqual([]);
		const hidden = (await readCalibration(ctx, lead, id))!.results!;
		expect(hidden.evaluators).toEqual([{ id: 'user:lead', name: 'lead' }]);
		for (const [i, contactId] of ids.entries())
			await shared(contactId, answers(i + 1, i === 3 ? 0 : 1), other, more);
		const { results } = (await readCalibration(ctx, other, id))!;
		expect(results!.scores[0]).toEqual([0.5, 0.625]);
		const [asks, duty] = results!.items;
		expect(duty).toMatchObject({ itemId: 'duty', distance: 'nominal', percent: 1, alpha: 1, units: 4 });
		expect(asks).toMatchObject({ itemId: 'asks', distance: 'interval', percent: 0 });
		expect(asks!.alpha!).toBeLessThan(1);
		expect(results!.leniency.map(({ evaluator, difference }) => [evaluator, difference])).toEqual([
			['user:lead', -0.09375],
			['user:other', 0.09375]
		]);
		// Nothing of it reaches the agent or its figures.
		expect(await told()).toEqual([]);
		expect(await listEvaluations(ctx, ana)).toEqual([]);
		await gatherEvaluations(ctx, ['2026-03-11']);
		expect(await ctx.db.orm.select().from(performanceDays)).toEqual([]);
		const planner = { ...actorWithRole('planner') };
		await expect(readCalibration(ctx, planner, id)).rejects.toThrow(ForbiddenError);
	});

	it('shows what there is once it is closed, and refuses contacts that nobody handled', async () => {
		const { ctx } = test;
		await addStays([{ id: 'c1' }]);
		const wish = { name: 'April', formId, contacts: [{ contactId: 'c1', agentId: 'ana' }] };
		const { id } = await startCalibration(ctx, lead, wish);
		await shared('c1', answers(1, 1), lead, { calibrationId: id });
		await closeCalibration(ctx, lead, { id, isClosed: true });
		expect((await readCalibration(ctx, other, id))!.results!.items[0]).toMatchObject({
			alpha: null,
			units: 0
		});
		await expect(
			startCalibration(ctx, lead, { ...wish, contacts: [{ contactId: 'c1', agentId: 'ben' }] })
		).rejects.toThrow('has not handled');
	});
});

describe('rights', () => {
	it('refuse every verb to who lacks them, and show an agent nothing of another', async () => {
		const { ctx } = test;
		await addStays([{ id: 'c1' }]);
		const evaluationId = await shared('c1');
		const draftInput = { contactId: 'c1', agentId: 'ana', formId, formVersion: 1, answers: {} };
		const wanted = { name: 'x', formId, contacts: [{ contactId: 'c1', agentId: 'ana' }] };
		const settings = await readQualitySettings(ctx);
		for (const actor of [ana, ben, actorWithRole('planner'), { ...lead, rights: [] }])
			for (const attempt of [
				() => listForms(ctx, actor),
				() => readForm(ctx, actor, formId),
				() => saveForm(ctx, actor, { id: null, name: words('x'), body: FORM, basedOn: null }),
				() => retireForm(ctx, actor, { id: formId, isRetired: true }),
				() => updateQualitySettings(ctx, actor, settings),
				() => drawSamples(ctx, actor),
				() => listQueue(ctx, actor),
				() => skipSample(ctx, actor, { contactId: 'c1', agentId: 'ana', isSkipped: true }),
				() => readSubject(ctx, actor, { contactId: 'c1' }),
				() => saveDraft(ctx, actor, draftInput),
				() => shareEvaluation(ctx, actor, evaluationId),
				() => retractEvaluation(ctx, actor, evaluationId),
				() => discardDraft(ctx, actor, { id: evaluationId, isDiscarded: true }),
				() => agentAverages(ctx, actor, { days: 30 }),
				() => answerDispute(ctx, actor, { disputeId: 'x', value: null, answer: 'no way' }),
				() => startCalibration(ctx, actor, wanted),
				() => listCalibrations(ctx, actor),
				() => readCalibration(ctx, actor, 'x'),
				() => closeCalibration(ctx, actor, { id: 'x', isClosed: true })
			])
				await expect(attempt(), String(attempt)).rejects.toThrow(ForbiddenError);
		expect(await listEvaluations(ctx, ben)).toEqual([]);
		for (const actor of [ben, actorWithRole('agent'), actorWithRole('planner')]) {
			await expect(readEvaluation(ctx, actor, evaluationId)).rejects.toThrow(ForbiddenError);
			await expect(readEvaluation(ctx, actor, 'unknown')).rejects.toThrow(ForbiddenError);
		}
		await expect(listEvaluations(ctx, actorWithRole('planner'))).rejects.toThrow(ForbiddenError);
	});
});
