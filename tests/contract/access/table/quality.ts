import { centre, list, one, self, whole, type Expectation } from './expectation.ts';

/** Quality. */
export const QUALITY: Record<string, Expectation> = {
	'quality.agentAverages': list('quality.view', 'person', ({ ctx }) => [ctx, 'actor', { days: 400 }]),
	'quality.listQueue': list('quality.view', 'person', ({ ctx }) => [ctx, 'actor']),
	'quality.listEvaluations': list('quality.view', 'person', ({ ctx }) => [ctx, 'actor']),
	'quality.listForms': list('quality.view', null, ({ ctx }) => [ctx, 'actor']),
	'quality.readForm': list('quality.view', null, ({ ctx }) => [ctx, 'actor', 'form']),
	'quality.readEvaluation': one('quality.view', 'person', ({ ctx }, site) => [
		ctx,
		'actor',
		`${site}-shared`
	]),
	'quality.readSubject': one('quality.evaluate', 'person', ({ ctx }, site) => [
		ctx,
		'actor',
		{ contactId: `${site}-contact`, agentId: `${site}-agent` }
	]),
	'quality.saveDraft': one('quality.evaluate', 'person', ({ ctx }, site) => [
		ctx,
		'actor',
		{
			contactId: `${site}-contact`,
			agentId: `${site}-agent`,
			formId: 'form',
			formVersion: 1,
			answers: {}
		}
	]),
	'quality.discardDraft': one('quality.evaluate', 'person', ({ ctx }, site) => [
		ctx,
		'actor',
		{ id: `${site}-draft`, isDiscarded: true }
	]),
	'quality.shareEvaluation': one('quality.evaluate', 'person', ({ ctx }, site) => [
		ctx,
		'actor',
		`${site}-draft`
	]),
	'quality.retractEvaluation': list('quality.evaluate', null, ({ ctx }) => [ctx, 'actor', 'unknown']),
	'quality.answerDispute': one('quality.evaluate', 'person', ({ ctx }, site) => [
		ctx,
		'actor',
		{ disputeId: `${site}-dispute`, value: null, answer: 'it stays' }
	]),
	'quality.skipSample': one('quality.evaluate', 'person', ({ ctx }, site) => [
		ctx,
		'actor',
		{ contactId: `${site}-contact`, agentId: `${site}-agent`, isSkipped: true }
	]),
	'quality.drawSamples': whole('quality.evaluate'),
	'quality.startCalibration': whole('quality.evaluate'),
	'quality.closeCalibration': whole('quality.evaluate'),
	'quality.listCalibrations': whole('quality.view'),
	'quality.readCalibration': whole('quality.view'),
	'quality.saveForm': centre('quality.forms'),
	'quality.retireForm': centre('quality.forms'),
	'quality.updateQualitySettings': centre('quality.forms'),
	'quality.disputeItem': self('quality.own', ({ ctx }, site) => [
		ctx,
		'actor',
		{ evaluationId: `${site}-shared`, itemId: 'i', reason: 'not so' }
	]),
	'quality.withdrawDispute': self('quality.own', ({ ctx }, site) => [ctx, 'actor', `${site}-dispute`])
};
