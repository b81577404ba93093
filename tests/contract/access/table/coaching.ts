import { centre, list, one, self, whole, type Expectation } from './expectation.ts';
import { HOUR, day, plan, span } from './inputs.ts';

/** Coaching. */
export const COACHING: Record<string, Expectation> = {
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
	'coaching.unmute': self('coaching.own', ({ ctx }) => [ctx, 'actor', 'holding'])
};
