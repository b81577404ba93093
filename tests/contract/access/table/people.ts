import { OWN, centre, list, one, self, whole, type Expectation } from './expectation.ts';
import { HOUR, day, moment, span } from './inputs.ts';

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
	'calendars.findCalendarLink': self('schedule.own', ({ ctx }) => [ctx, 'actor'])
};
