import { OWN, centre, list, type Expectation } from './expectation.ts';
import { HOUR } from './inputs.ts';

/** Planning, which is of the whole centre. */
export const PLANNING: Record<string, Expectation> = {
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
						'staffing.readGroupSeries',
						'minimum-staff.listMinimumStaff'
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
				['roster.compute', ['minimum-staff.changeMinimumStaff']],
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
	'staffing.readRostered': OWN
};
