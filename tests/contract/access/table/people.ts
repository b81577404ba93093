import { OWN, centre, list, one, self, whole, type Expectation } from './expectation.ts';
import { HOUR, day, moment, offered, span } from './inputs.ts';

/** People: adherence and schedule. */
export const PEOPLE: Record<string, Expectation> = {
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
	'rosters.findRosterHead': whole('roster.view'),
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
	'rosters.compareRosters': whole('roster.view'),
	'rosters.rerunRoster': centre('roster.compute'),
	'publishing.publishRoster': centre('roster.publish'),
	'publishing.takeBackRoster': centre('roster.publish'),
	'publishing.previewPublication': centre('roster.publish'),
	'publishing.remindOfPublication': centre('roster.publish'),
	'publishing.saveNoticeDays': centre('roster.publish'),
	'publishing.listPublications': whole('roster.view'),
	'publishing.readRosterTrail': whole('roster.view'),
	'publishing.listOwnPublications': self('schedule.own', ({ ctx }) => [ctx, 'actor']),
	'publishing.markPublicationsSeen': self('schedule.own', ({ ctx }) => [ctx, 'actor']),
	'publishing.acknowledgePublication': self('schedule.own', ({ ctx }, site) => [
		ctx,
		'actor',
		`${site}-publication`
	]),
	'rosters.removeRoster': centre('roster.compute'),
	'rosters.holdAgainstPlan': centre('roster.compute'),
	'rosters.startRoster': centre('roster.compute'),
	'rosters.applyEdit': centre('roster.edit'),
	'rosters.undoEdit': centre('roster.edit'),
	'rosters.redoEdit': centre('roster.edit'),
	'rosters.copyRoster': centre('roster.edit'),
	'rosters.listRosterEdits': whole('roster.view'),
	'rosters.readWorkspace': whole('roster.view'),
	'rosters.storeRoster': OWN,
	'rosters.listOwnShifts': self('schedule.own', ({ ctx }) => [ctx, 'actor', 0]),
	'offers.previewOffer': one('schedule.change', 'person', (w, site) => [
		w.ctx,
		'actor',
		{ ...offered(w), agentIds: [`${site}-agent`] }
	]),
	'offers.makeOffer': one('schedule.change', 'person', (w, site) => [
		w.ctx,
		'actor',
		{ ...offered(w), agentIds: [`${site}-agent`], expiresAt: w.at + HOUR }
	]),
	'offers.withdrawOffer': one('schedule.change', 'person', ({ ctx }, site) => [
		ctx,
		'actor',
		`${site}-offer`
	]),
	'offers.listOffers': list('roster.view', 'person', (w) => [w.ctx, 'actor', span(w)]),
	'offers.listOwnOffers': self('schedule.own', ({ ctx }) => [ctx, 'actor']),
	'offers.answerOffer': self('schedule.own', ({ ctx }, site) => [
		ctx,
		'actor',
		{ id: `${site}-offer`, answer: 'decline' }
	]),
	'offers.takeBackAnswer': self('schedule.own', ({ ctx }, site) => [ctx, 'actor', `${site}-offer`]),
	'agents.createAgents': centre('roster.compute'),
	'agents.importAgents': centre('roster.compute'),
	'contracts.listContracts': centre('settings.view'),
	'contracts.createContract': centre('roster.compute'),
	'contracts.changeContract': centre('roster.compute'),
	'contracts.archiveContract': centre('roster.compute'),
	'contracts.restoreContract': centre('roster.compute'),
	'contracts.assignContract': centre('roster.compute'),
	'calendars.rosterCalendar': whole('roster.view'),
	'calendars.makeCalendarLink': self('schedule.own', ({ ctx }) => [ctx, 'actor']),
	'calendars.revokeCalendarLink': self('schedule.own', ({ ctx }) => [ctx, 'actor']),
	'calendars.findCalendarLink': self('schedule.own', ({ ctx }) => [ctx, 'actor'])
};
