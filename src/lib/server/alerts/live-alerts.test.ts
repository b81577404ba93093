import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AlertRow } from '#lib/contracts/alerts.ts';
import type { QueueRow } from '#lib/contracts/live.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { deliveries } from '../db/schema/index.ts';
import { addWebhook } from '../delivery/index.ts';
import { addAlertRule } from './add-alert-rule.ts';
import { answerAlert } from './answer-alert.ts';
import { listAlerts } from './list-alerts.ts';
import { LiveAlerts } from './live-alerts.ts';
import type { Reading } from './metric-value.ts';
import { removeAlertRule } from './remove-alert-rule.ts';

const supervisor = actorWithRole('supervisor');
const SITE = { timeZone: 'Europe/Madrid', locale: 'es' } as const;
let test: Awaited<ReturnType<typeof openTestContext>>;
let ruleId: string;
beforeEach(async () => {
	test = await openTestContext();
	const { webhookId } = await addWebhook(test.ctx, actorWithRole('admin'), {
		name: 'telephony',
		url: 'https://example.org/hook',
		topics: ['alert']
	});
	({ ruleId } = await addAlertRule(test.ctx, supervisor, {
		name: 'Cola larga',
		metric: 'waiting',
		watchThreshold: 5,
		breachThreshold: 10,
		holdSeconds: 0,
		emails: ['lead@example.org'],
		webhookIds: [webhookId]
	}));
});
afterEach(() => test.close());

const reading = (waiting: number): Reading => ({
	row: { id: 'billing', name: 'Facturación', channel: 'voice', waiting } as QueueRow,
	nowMs: test.clock.at,
	silentSeconds: null,
	ahead: () => null
});
/** A minute later, so many wait. */
const then = async (live: LiveAlerts, waiting: number) => {
	test.clock.at += 60_000;
	await live.judge([reading(waiting)]);
};
const all = () => listAlerts(test.ctx, supervisor);
const sent = async () =>
	(await test.ctx.db.orm.select().from(deliveries)).map(({ kind, payload }) =>
		kind === 'email' ? (payload as { subject: string }).subject : (payload as { type: string }).type
	);

it('stores what opens, worsens and closes, tells listeners, and writes outside in the site’s language', async () => {
	const live = await LiveAlerts.open(test.ctx, SITE);
	const told: AlertRow[][] = [];
	const stop = live.listen((open) => told.push(open));
	await then(live, 7);
	await then(live, 12);
	await then(live, 14);
	await then(live, 0);
	stop();
	expect(await all()).toMatchObject([
		{ ruleName: 'Cola larga', severity: 'breach', worstValue: 14, threshold: 10, closedAt: test.clock.at }
	]);
	expect(told.map((open) => open.map(({ severity, worstValue }) => [severity, worstValue]))).toEqual([
		[['watch', 7]],
		[['breach', 12]],
		[['breach', 14]],
		[]
	]);
	expect(await sent()).toEqual([
		'marea.alert.opened',
		'Facturación: En espera: 7, por encima de 5',
		'marea.alert.worse',
		'Facturación: En espera: 12, por encima de 10',
		'marea.alert.closed'
	]);
});

it('takes up an open alert after a restart without telling of it twice', async () => {
	await then(await LiveAlerts.open(test.ctx, SITE), 7);
	const again = await LiveAlerts.open(test.ctx, SITE);
	await then(again, 7);
	expect(await all()).toHaveLength(1);
	await then(again, 0);
	expect(await all()).toMatchObject([{ closedAt: test.clock.at }]);
	expect(await sent()).toHaveLength(3);
});

it('sends nothing while it is snoozed, and keeps the answer through later changes', async () => {
	const live = await LiveAlerts.open(test.ctx, SITE);
	await then(live, 7);
	const [{ id }] = (await all()) as [AlertRow];
	await answerAlert(test.ctx, supervisor, id, { kind: 'snooze', minutes: 30 });
	await answerAlert(test.ctx, supervisor, id, { kind: 'acknowledge' });
	await then(live, 12);
	expect(await sent()).toHaveLength(2);
	expect(await all()).toMatchObject([{ severity: 'breach', acknowledgedBy: supervisor.id }]);
});

it('closes the alerts of a rule that was removed', async () => {
	const live = await LiveAlerts.open(test.ctx, SITE);
	await then(live, 7);
	await removeAlertRule(test.ctx, supervisor, ruleId);
	await live.reload();
	await then(live, 7);
	expect(await all()).toMatchObject([{ closedAt: test.clock.at, ruleName: 'Cola larga' }]);
});
