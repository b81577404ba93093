import { centre, list, one, self, type Expectation } from './expectation.ts';
import { day } from './inputs.ts';

const later = (at: number, days: number) => new Date(at + days * 86_400_000).toISOString().slice(0, 10);

/** Leave, swaps and wishes. */
export const REQUESTS: Record<string, Expectation> = {
	'leave.askLeave': self('schedule.own', ({ ctx, at }) => [
		ctx,
		'actor',
		{ of: 'days', kindId: 'holiday', fromDate: later(at, 30), toDate: later(at, 31) }
	]),
	'leave.previewLeave': self('schedule.own', ({ ctx, at }) => [
		ctx,
		'actor',
		{ of: 'days', kindId: 'holiday', fromDate: later(at, 30), toDate: later(at, 31) }
	]),
	'leave.withdrawLeave': self('schedule.own', ({ ctx }, site) => [ctx, 'actor', `${site}-leave`]),
	'leave.ownLeave': self('schedule.own', ({ ctx }) => [ctx, 'actor', null]),
	'leave.listLeave': list('requests.view', 'person', ({ ctx }) => [ctx, 'actor']),
	'leave.countLeaveToDecide': list('requests.view', null, ({ ctx }) => [ctx, 'actor']),
	'leave.readLeaveEffect': one('requests.view', 'person', ({ ctx }, site) => [ctx, 'actor', `${site}-leave`]),
	'leave.decideLeave': one('requests.decide', 'person', ({ ctx }, site) => [
		ctx,
		'actor',
		{ id: `${site}-leave`, decision: 'approve' }
	]),
	'leave.resolveLeave': one('schedule.change', 'person', ({ ctx }, site) => [
		ctx,
		'actor',
		`${site}-leave-approved`
	]),
	'leave.listAllowances': list('requests.view', 'person', (w) => [
		w.ctx,
		'actor',
		Number(day(w).day.slice(0, 4))
	]),
	'leave.saveAllowance': centre('requests.manage'),
	'leave.carryOver': centre('requests.manage'),
	'leave.listLeaveLimits': centre('requests.manage'),
	'leave.listLeaveGroups': centre('requests.manage'),
	'leave.saveLeaveLimit': centre('requests.manage'),
	'leave.removeLeaveLimit': centre('requests.manage'),
	'leave.saveLeaveTerms': centre('requests.manage'),
	'swaps.offerShift': self('schedule.own', ({ ctx, at }) => [
		ctx,
		'actor',
		{ startAt: at + 48 * 3_600_000, kind: 'cover' }
	]),
	'swaps.answerOffer': self('schedule.own', ({ ctx }, site) => [
		ctx,
		'actor',
		{ id: `${site}-offer`, answer: 'accept' }
	]),
	'swaps.withdrawOffer': self('schedule.own', ({ ctx }, site) => [ctx, 'actor', `${site}-offer`]),
	'swaps.ownSwaps': self('schedule.own', ({ ctx }) => [ctx, 'actor']),
	'swaps.listSwaps': list('requests.view', 'person', ({ ctx }) => [ctx, 'actor']),
	'swaps.countSwapsToDecide': list('requests.view', null, ({ ctx }) => [ctx, 'actor']),
	'swaps.countAsked': self('schedule.own', ({ ctx }) => [ctx, 'actor']),
	'swaps.readSwap': one('requests.view', 'person', ({ ctx }, site) => [ctx, 'actor', `${site}-offer`]),
	'swaps.decideSwap': one('requests.decide', 'person', ({ ctx }, site) => [
		ctx,
		'actor',
		{ id: `${site}-offer`, decision: 'decline', reason: 'no' }
	]),
	'swaps.saveSwapTerms': centre('requests.manage'),
	'wishes.askAvailability': self('schedule.own', ({ ctx, at }) => [
		ctx,
		'actor',
		{ validFrom: later(at, 5), ranges: null }
	]),
	'wishes.withdrawAvailability': self('schedule.own', ({ ctx }, site) => [
		ctx,
		'actor',
		`${site}-availability`
	]),
	'wishes.decideAvailability': one('requests.decide', 'person', ({ ctx }, site) => [
		ctx,
		'actor',
		{ id: `${site}-availability`, decision: 'approve' }
	]),
	'wishes.listAvailabilities': list('requests.view', 'person', ({ ctx }) => [ctx, 'actor']),
	'wishes.countAvailabilitiesToDecide': list('requests.view', null, ({ ctx }) => [ctx, 'actor']),
	'wishes.ownWishes': self('schedule.own', ({ ctx }) => [ctx, 'actor']),
	'wishes.saveWishes': self('schedule.own', ({ ctx }) => [
		ctx,
		'actor',
		[{ about: 'weekday', kind: 'avoid', weekday: 0, points: 1 }]
	]),
	'wishes.saveWishTerms': centre('requests.manage')
};
