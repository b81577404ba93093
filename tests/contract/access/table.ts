import type { Right } from '#lib/contracts/rights.ts';
import { describeFilter } from './filters.ts';
import type { Site, TwoSites } from './two-sites.ts';

/** What a verb is about; how far each kind of scope reaches to it stands in `REACHES`. */
export type Kind = 'queue' | 'agent' | 'person' | 'contact';
type Args = (world: TwoSites, site: Site) => unknown[];

export type Expectation =
	/** About the whole centre: nobody who is for a part of it. Arguments are not looked at before the right. */
	| { is: 'centre'; right: Right; args?: Args }
	/** A right that reaches into a part, for something that is the whole centre's. */
	| { is: 'whole'; right: Right }
	/** A list: of a part, what lies in it. `kind`: what its rows are about; null: of nothing in particular. */
	| { is: 'list'; right: Right | readonly Right[]; kind: Kind | null; args: Args }
	/** About one thing: refused, or answered as one that is not there, outside the part. */
	| { is: 'one'; right: Right | readonly Right[]; kind: Kind; args: Args }
	/** About the agent that the account belongs to. */
	| { is: 'self'; right: Right; args: Args }
	/** Of the account itself, or a question without a secret: no right is asked for. */
	| { is: 'own' };

const centre = (right: Right, args?: Args): Expectation => ({ is: 'centre', right, ...(args && { args }) });
const whole = (right: Right): Expectation => ({ is: 'whole', right });
const list = (right: Right | readonly Right[], kind: Kind | null, args: Args): Expectation => ({
	is: 'list',
	right,
	kind,
	args
});
const one = (right: Right | readonly Right[], kind: Kind, args: Args): Expectation => ({
	is: 'one',
	right,
	kind,
	args
});
const self = (right: Right, args: Args): Expectation => ({ is: 'self', right, args });
const OWN: Expectation = { is: 'own' };

const HOUR = 3_600_000;
const day = ({ at }: TwoSites) => {
	const fromAt = Math.floor(at / (24 * HOUR)) * 24 * HOUR;
	return { day: new Date(fromAt).toISOString().slice(0, 10), fromAt, toAt: fromAt + 24 * HOUR };
};
const moment = ({ at }: TwoSites) => ({ nowMs: at, knownUntilMs: at });
const rule = (site: Site) => ({
	name: 'new',
	metric: 'waiting' as const,
	queueId: `${site}-queue`,
	watchThreshold: 3
});
const span = ({ at }: TwoSites) => ({ fromMs: at - 24 * HOUR, toMs: at + 24 * HOUR });
const plan = ({ at }: TwoSites, site: Site) => ({
	agentId: `${site}-agent`,
	coachId: 'lead',
	cause: 'holding',
	moduleId: null,
	metrics: ['hold'],
	startAt: at + 2 * HOUR,
	endAt: at + 2.5 * HOUR
});

/** Every verb that is told who acts, and what is expected of it. One that is missing here fails the test. */
export const TABLE: Record<string, Expectation> = {
	// access
	'access.listUsers': centre('users.manage'),
	'access.createUser': centre('users.manage'),
	'access.setRole': centre('users.manage'),
	'access.resetPassword': centre('users.manage'),
	'access.removeUser': centre('users.manage'),
	'access.resetSecondFactor': centre('users.manage'),
	'access.setSecondFactorRoles': centre('users.manage'),
	'access.setGroupRoles': centre('users.manage'),
	'access.listPlaces': centre('users.manage'),
	'access.createKey': centre('keys.manage'),
	'access.listKeys': centre('keys.manage'),
	'access.rotateKey': centre('keys.manage'),
	'access.revokeKey': centre('keys.manage'),
	'access.listUserSessions': OWN,
	'access.endSessions': OWN,
	'access.changePassword': OWN,
	'access.accountOf': OWN,
	'access.beginSecondFactor': OWN,
	'access.confirmSecondFactor': OWN,
	'access.removeSecondFactor': OWN,
	'access.can': OWN,
	'access.scopeOf': OWN,
	'access.seesQueue': OWN,
	'access.seesAgent': OWN,
	'access.leadsAgent': OWN,
	'access.seesContact': OWN,
	'access.seenContacts': OWN,
	'access.contactScope': OWN,
	'access.requireRight': OWN,
	'access.requireContact': OWN,
	'kiosks.queuesSeen': OWN,

	// the floor, now and then
	'past.readPastDay': list('live.view', null, ({ ctx, at }) => [ctx, 'actor', at, 'UTC']),
	'past.readPastQueue': one('live.view', 'queue', ({ pastFloor }, site) => [
		pastFloor,
		'actor',
		`${site}-queue`
	]),
	'operations.renderMetrics': list('live.view', 'queue', ({ centre, jobs }) => [
		{ centre, jobs, draining: false },
		'actor'
	]),
	'verify.verifyLog': whole('live.view'),
	'intervals.readIntervals': list('live.view', 'queue', (w) => [
		w.ctx,
		'actor',
		{ ...span(w), interval: '1h', queue: null },
		'UTC'
	]),
	'intraday.readIntraday': list('intraday.view', 'queue', (w) => [
		w.ctx,
		'actor',
		{ day: day(w), asOf: w.at, nowMs: w.at, timeZone: 'UTC' }
	]),
	'commands.listCommands': list(['live.view', 'events.ingest'], 'agent', ({ ctx }) => [ctx, 'actor']),
	'commands.LiveCommands.request': one('live.act', 'queue', ({ commands }, site) => [
		commands,
		'actor',
		{ kind: 'queue.priority', payload: { queue: `${site}-queue`, priority: 3 } }
	]),
	'commands.askForAll': one('live.act', 'agent', ({ commands }, site) => [
		commands,
		'actor',
		{ kind: 'agent.state', payload: { agent: `${site}-agent`, state: 'break' } }
	]),

	// contacts
	'contacts.listContacts': list('contacts.view', 'contact', (w) => [w.ctx, 'actor', describeFilter(w), w.at]),
	'contacts.contactChoices': list('contacts.view', 'agent', (w) => [w.ctx, 'actor', span(w)]),
	'contacts.findContact': one('contacts.view', 'contact', ({ ctx }, site) => [
		ctx,
		'actor',
		`${site}-contact`
	]),
	'contacts.listWaiting': one('contacts.view', 'queue', ({ ctx }, site) => [
		ctx,
		'actor',
		`${site}-queue`,
		0
	]),
	'attention.attendContact': one('contacts.attend', 'contact', ({ ctx }, site) => [
		ctx,
		'actor',
		`${site}-contact`,
		{ kind: 'take' }
	]),
	'bots.readBots': list('contacts.view', 'contact', (w) => [
		w.ctx,
		'actor',
		{
			period: { name: 'custom', ...span(w), fromDay: '', toDay: '' },
			bot: null,
			queue: null,
			intent: null,
			language: null,
			windowDays: 7
		}
	]),
	'intents.readIntentShares': list('contacts.view', 'queue', (w) => [w.ctx, 'actor', span(w)]),
	'suggestions.listSuggestions': list('suggestions.view', 'queue', ({ ctx }) => [
		ctx,
		'actor',
		{ sinceMs: 0 }
	]),
	'routing.routeContact': one('contacts.route', 'contact', ({ ctx, centre }, site) => [
		ctx,
		centre.state,
		'actor',
		{ contact: `${site}-waiting` },
		'en'
	]),
	'handoff.handoffCard': one('contacts.view', 'contact', ({ ctx }, site) => [
		ctx,
		'actor',
		`${site}-contact`,
		'en'
	]),
	'handoff.ownContacts': self('schedule.own', ({ ctx, centre }) => [ctx, centre.state, 'actor', 'en']),
	'handoff.updateHandoffRules': centre('handoff.manage'),
	'handoff.saveAnswers': centre('handoff.manage'),
	'handoff.tryHandoffRules': centre('handoff.manage'),

	// alerts, kiosks, views
	'alerts.listAlerts': list('alerts.view', 'queue', ({ ctx }) => [ctx, 'actor']),
	'alerts.listAlertRules': list('alerts.view', 'queue', ({ ctx }) => [ctx, 'actor']),
	'alerts.alertPeople': list('alerts.view', null, ({ ctx }) => [ctx, 'actor']),
	'alerts.addAlertRule': one('alerts.manage', 'queue', ({ ctx }, site) => [ctx, 'actor', rule(site)]),
	'alerts.updateAlertRule': one('alerts.manage', 'queue', ({ ctx }, site) => [
		ctx,
		'actor',
		`${site}-rule`,
		rule(site)
	]),
	'alerts.removeAlertRule': one('alerts.manage', 'queue', ({ ctx }, site) => [ctx, 'actor', `${site}-rule`]),
	'alerts.tryAlertRule': one('alerts.manage', 'queue', ({ ctx, past, at }, site) => [
		ctx,
		'actor',
		past,
		{ rule: rule(site), atMs: at }
	]),
	'alerts.answerAlert': one('alerts.answer', 'queue', ({ ctx }, site) => [
		ctx,
		'actor',
		`${site}-alert`,
		{ kind: 'acknowledge' }
	]),
	'kiosks.createKiosk': one('kiosks.manage', 'queue', ({ ctx }, site) => [
		ctx,
		'actor',
		{ name: 'k', board: { queues: [`${site}-queue`], seconds: 10, locale: 'en', theme: 'dark' } }
	]),
	'kiosks.listKiosks': list('kiosks.manage', null, ({ ctx }) => [ctx, 'actor']),
	'kiosks.revokeKiosk': list('kiosks.manage', null, ({ ctx }) => [
		ctx,
		'actor',
		{ kioskId: 'unknown' },
		{ tell: () => undefined }
	]),
	'views.keepView': list('views.keep', null, ({ ctx }) => [
		ctx,
		'actor',
		{ name: 'v', address: '/', isShared: false }
	]),
	'views.changeView': list('views.keep', null, ({ ctx }) => [ctx, 'actor', 'unknown', { name: 'w' }]),
	'views.removeView': list('views.keep', null, ({ ctx }) => [ctx, 'actor', 'unknown']),
	'views.listViews': OWN,
	'views.findView': OWN,

	// people: adherence, schedule
	'adherence.readAdherenceDay': list('adherence.view', 'person', (w) => [
		w.ctx,
		'actor',
		day(w),
		'UTC',
		moment(w)
	]),
	'adherence.readAdherenceNow': list('adherence.view', 'person', (w) => [
		w.ctx,
		'actor',
		moment(w),
		{ queues: [], served: new Map() }
	]),
	'adherence.excuseException': one('adherence.excuse', 'person', ({ ctx, at }, site) => [
		ctx,
		'actor',
		{ agentId: `${site}-agent`, fromAt: at - HOUR, toAt: at, reason: 'because' }
	]),
	'adherence.takeBackExcuse': one('adherence.excuse', 'person', ({ ctx }, site) => [
		ctx,
		'actor',
		`${site}-excuse`
	]),
	'adherence.saveTerms': centre('adherence.manage'),
	'rosters.listRosters': whole('roster.view'),
	'rosters.findRoster': whole('roster.view'),
	'rosters.readRosterGrid': whole('roster.view'),
	'rosters.sizeUp': whole('roster.view'),
	'rosters.listScheduled': OWN,
	'rosters.listChanges': list('roster.view', 'person', (w) => [w.ctx, 'actor', span(w)]),
	'rosters.recordChange': one('schedule.change', 'person', ({ ctx, at }, site) => [
		ctx,
		'actor',
		{ agentId: `${site}-agent`, kind: 'absent', fromAt: at + HOUR, toAt: at + 2 * HOUR, reason: 'ill' }
	]),
	'rosters.storeChange': one('schedule.change', 'person', ({ ctx, at }, site) => [
		ctx,
		'actor',
		{ agentId: `${site}-agent`, kind: 'absent', fromAt: at + HOUR, toAt: at + 2 * HOUR, reason: 'ill' }
	]),
	'rosters.takeBackChange': one('schedule.change', 'person', ({ ctx }, site) => [
		ctx,
		'actor',
		`${site}-change`
	]),
	'rosters.publishRoster': centre('roster.publish'),
	'rosters.removeRoster': centre('roster.compute'),
	'rosters.holdAgainstPlan': centre('roster.compute'),
	'rosters.startRoster': centre('roster.compute'),
	'rosters.storeRoster': OWN,
	'rosters.listOwnShifts': self('schedule.own', ({ ctx }) => [ctx, 'actor', 0]),
	'agents.createAgents': centre('roster.compute'),
	'agents.importAgents': centre('roster.compute'),
	'calendars.makeCalendarLink': self('schedule.own', ({ ctx }) => [ctx, 'actor']),
	'calendars.revokeCalendarLink': self('schedule.own', ({ ctx }) => [ctx, 'actor']),
	'calendars.findCalendarLink': self('schedule.own', ({ ctx }) => [ctx, 'actor']),

	// coaching
	'coaching.readTeam': list('coaching.view', 'person', ({ ctx }) => [ctx, 'actor', { state: 'all' }]),
	'coaching.readCoaching': list('coaching.view', 'person', ({ ctx }) => [ctx, 'actor']),
	'coaching.listCoaches': list('coaching.view', null, ({ ctx }) => [ctx, 'actor']),
	'coaching.readLearnedCatalogue': list(['coaching.view', 'coaching.own'], null, ({ ctx }) => [ctx, 'actor']),
	'coaching.listSessions': list('coaching.view', 'person', ({ ctx }) => [ctx, 'actor']),
	'coaching.listReserved': list('coaching.reserved', 'person', (w) => [
		w.ctx,
		'actor',
		span(w).fromMs,
		span(w).toMs
	]),
	'coaching.readAgentCoaching': one('coaching.view', 'person', ({ ctx }, site) => [
		ctx,
		'actor',
		`${site}-agent`
	]),
	'coaching.readCoachingTrend': one('coaching.view', 'person', ({ ctx }, site) => [
		ctx,
		'actor',
		`${site}-agent`
	]),
	'coaching.readAgentDesk': one('coaching.view', 'person', ({ ctx }, site) => [
		ctx,
		'actor',
		`${site}-agent`
	]),
	'coaching.readSession': one('coaching.view', 'person', ({ ctx }, site) => [
		ctx,
		'actor',
		`${site}-planned`
	]),
	'coaching.ownFeed': one('coaching.view', 'person', ({ ctx }, site) => [ctx, 'actor', `${site}-agent`]),
	'coaching.feedCsv': one('coaching.view', 'person', ({ ctx }, site) => [ctx, 'actor', `${site}-agent`]),
	'coaching.ownSessions': one('coaching.view', 'person', (w, site) => [
		w.ctx,
		'actor',
		span(w).fromMs,
		span(w).toMs,
		`${site}-agent`
	]),
	'coaching.addComment': one('coaching.view', 'person', ({ ctx }, site) => [
		ctx,
		'actor',
		{ agentId: `${site}-agent`, text: 'well done' }
	]),
	'coaching.removeComment': list(['coaching.view', 'coaching.own'], null, ({ ctx }) => [
		ctx,
		'actor',
		'unknown'
	]),
	'coaching.restoreComment': list(['coaching.view', 'coaching.own'], null, ({ ctx }) => [
		ctx,
		'actor',
		'unknown'
	]),
	'coaching.planSession': one('coaching.lead', 'person', (w, site) => [w.ctx, 'actor', plan(w, site)]),
	'coaching.findSlots': one('coaching.lead', 'person', (w, site) => [
		w.ctx,
		'actor',
		{ agentId: `${site}-agent`, coachId: 'lead', minutes: 30, fromDate: day(w).day, days: 1 }
	]),
	'coaching.moveSession': one('coaching.lead', 'person', ({ ctx, at }, site) => [
		ctx,
		'actor',
		`${site}-planned`,
		{ startAt: at + 3 * HOUR, endAt: at + 3.5 * HOUR }
	]),
	'coaching.cancelSession': one('coaching.lead', 'person', ({ ctx }, site) => [
		ctx,
		'actor',
		`${site}-planned`
	]),
	'coaching.undoCancel': one('coaching.lead', 'person', ({ ctx }, site) => [
		ctx,
		'actor',
		`${site}-cancelled`
	]),
	'coaching.holdSession': one('coaching.lead', 'person', ({ ctx }, site) => [
		ctx,
		'actor',
		`${site}-planned`,
		{ notes: 'talked', goals: [] }
	]),
	'coaching.undoHold': one('coaching.lead', 'person', ({ ctx }, site) => [ctx, 'actor', `${site}-held`]),
	'coaching.giveKudos': one('coaching.lead', 'person', ({ ctx }, site) => [
		ctx,
		'actor',
		{ agentId: `${site}-agent`, text: 'well done' }
	]),
	'coaching.removeKudos': one('coaching.lead', 'person', ({ ctx }, site) => [ctx, 'actor', `${site}-kudos`]),
	'coaching.restoreKudos': list('coaching.lead', null, ({ ctx }) => [ctx, 'actor', 'unknown']),
	'coaching.saveCatalogue': whole('coaching.lead'),
	'coaching.startCoaching': centre('coaching.compute'),
	'coaching.acknowledgeSession': self('coaching.own', ({ ctx }, site) => [ctx, 'actor', `${site}-held`]),
	'coaching.muteRecommendation': self('coaching.own', ({ ctx }) => [
		ctx,
		'actor',
		{ cause: 'holding', weeks: 1 }
	]),
	'coaching.unmute': self('coaching.own', ({ ctx }) => [ctx, 'actor', 'holding']),

	// quality
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
	'quality.withdrawDispute': self('quality.own', ({ ctx }, site) => [ctx, 'actor', `${site}-dispute`]),

	// planning: of the whole centre
	...Object.fromEntries(
		(
			[
				['history.import', ['history.importHistory', 'history.undoImport']],
				[
					'forecast.view',
					[
						'history.readCoverage',
						'history.listHistory',
						'history.findImportReport',
						'forecasts.listVersions',
						'forecasts.readForecastView',
						'forecasts.splitByIntent',
						'forecasts.listOverrides',
						'forecasts.listSpecialDayEffects',
						'forecasts.readSpecialDayPast',
						'forecasts.forecastCsv',
						'forecasts.listForecasts',
						'forecasts.findForecast',
						'forecasts.readForecastIntervals',
						'forecasts.listForecastScores',
						'forecasts.compareVersions',
						'special-days.offerHolidays',
						'special-days.listSpecialDays'
					]
				],
				['forecast.compute', ['forecasts.startForecast', 'forecasts.removeForecast']],
				[
					'forecast.adjust',
					[
						'forecasts.redoOverrides',
						'forecasts.takeBackOverrides',
						'forecasts.addOverrides',
						'special-days.addHolidays',
						'special-days.changeSpecialDays',
						'special-days.importSpecialDays'
					]
				],
				['forecast.publish', ['forecasts.withdrawForecast', 'forecasts.publishForecast']],
				[
					'staffing.view',
					[
						'staffing.listStaffing',
						'staffing.findStaffing',
						'staffing.readStaffingIntervals',
						'staffing.readShrinkage',
						'staffing.readChecks',
						'staffing.readFormFacts',
						'staffing.readGroupSeries'
					]
				],
				[
					'staffing.compute',
					[
						'staffing.removeStaffing',
						'staffing.restoreStaffing',
						'staffing.saveShrinkage',
						'staffing.startCheck',
						'staffing.startStaffing'
					]
				],
				[
					'capacity.view',
					[
						'capacity.listScenarios',
						'capacity.findScenario',
						'capacity.compareScenarios',
						'capacity.suggestHiring'
					]
				],
				[
					'capacity.manage',
					[
						'capacity.copyScenario',
						'capacity.removeScenario',
						'capacity.createScenarios',
						'capacity.startScenarios',
						'capacity.updateScenario',
						'capacity.restoreScenario'
					]
				],
				[
					'settings.view',
					[
						'delivery.listWebhooks',
						'delivery.listDeliveries',
						'intents.listExamples',
						'intents.tryText',
						'intents.listModels'
					]
				],
				[
					'settings.manage',
					[
						'delivery.testWebhook',
						'delivery.removeWebhook',
						'delivery.addWebhook',
						'delivery.updateWebhook',
						'delivery.setLetterLanguage',
						'intents.useModel',
						'intents.trainingRequest',
						'intents.importExamples',
						'intents.changeExamples',
						'queues.addSkill',
						'queues.updateQueue'
					]
				],
				[
					'privacy.manage',
					[
						'privacy.setMasking',
						'privacy.exportCustomer',
						'privacy.eraseCustomer',
						'privacy.exportAgent',
						'privacy.eraseAgent',
						'retention.setRetention',
						'retention.previewPurge',
						'retention.purge'
					]
				],
				[
					'audit.view',
					[
						'audit-trail.readAudit',
						'audit-trail.auditChoices',
						'audit-trail.exportAudit',
						'audit-trail.checkAudit'
					]
				],
				['system.view', ['operations.readHealth']],
				['day.replan', ['dayplan.startDayPlan', 'dayplan.applyProposal', 'dayplan.undoProposal']],
				['balance.view', ['balancing.readBoard', 'balancing.askWhatIf', 'balancing.listPromises']],
				[
					'balance.act',
					[
						'balancing.acceptProposals',
						'balancing.dismissProposal',
						'balancing.proposeWhatIf',
						'balancing.restoreProposal'
					]
				],
				['backup.make', ['backup.backUp']],
				['events.ingest', ['ingest.Ingest.accept']]
			] as const
		).flatMap(([right, verbs]) => verbs.map((name) => [name, centre(right)] as const))
	),
	'forecasts.readPublishedForecast': list(['intraday.view', 'forecast.view'], 'queue', (w) => [
		w.ctx,
		'actor',
		{ fromAt: w.at - 24 * HOUR, toAt: w.at + 24 * HOUR }
	]),
	'staffing.readPlanSeries': centre('staffing.view', ({ ctx, at }) => [
		ctx,
		'actor',
		{ id: 'unknown', fromAt: at, toAt: at + HOUR, intervalSeconds: 1800 },
		null
	]),
	// Null for who may not see rosters; a plan is handed in that only who may see plans has.
	'staffing.readRostered': OWN,

	// long work, notices, the record
	'jobs.Jobs.start': centre('forecast.compute', ({ jobs }) => [
		jobs,
		'actor',
		{ kind: 'forecast', input: {}, payload: null, finish: async () => null }
	]),
	'jobs.Jobs.find': OWN,
	'jobs.Jobs.list': OWN,
	'jobs.Jobs.cancel': OWN,
	'jobs.Jobs.again': OWN,
	'dayplan.readProposal': centre('day.replan', ({ ctx, jobs, at }) => [
		ctx,
		jobs,
		'actor',
		{ nowMs: at, timeZone: 'UTC' }
	]),
	'notices.listNotices': OWN,
	'notices.rememberLanguage': OWN,
	'notices.markRead': OWN,
	'audit.recordAudit': OWN,
	'audit.recordAuditIfChanged': OWN
};
