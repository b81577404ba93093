import { describe, expect, it } from 'vitest';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { performanceDays } from '../db/schema/index.ts';
import {
	agentAverages,
	discardDraft,
	drawSamples,
	gatherEvaluations,
	listEvaluations,
	listQueue,
	readEvaluation,
	readSubject,
	retractEvaluation,
	saveDraft,
	saveForm,
	shareEvaluation,
	updateQualitySettings
} from './index.ts';
import {
	HOUR,
	lead,
	other,
	ana,
	words,
	FORM,
	answers,
	told,
	test,
	formId,
	addStays,
	draft,
	shared,
	useQualityCentre
} from './testing.ts';

useQualityCentre();

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
