import { OWN, list, one, type Expectation } from './expectation.ts';
import { rule } from './inputs.ts';

/** Alerts, kiosk links, views. */
export const ALERTS: Record<string, Expectation> = {
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
	'views.findView': OWN
};
