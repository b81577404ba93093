import { describe, expect, it } from 'vitest';
import { ForbiddenError } from '../access/index.ts';
import { actorWithRole } from '../access/testing.ts';
import {
	agentAverages,
	answerDispute,
	closeCalibration,
	discardDraft,
	drawSamples,
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
	updateQualitySettings
} from './index.ts';
import { lead, ana, ben, words, FORM, test, formId, addStays, shared, useQualityCentre } from './testing.ts';

useQualityCentre();

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
