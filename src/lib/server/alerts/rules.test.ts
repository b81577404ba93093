import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForbiddenError, InvalidInputError } from '../access/index.ts';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { alerts } from '../db/schema/index.ts';
import { addAlertRule } from './add-alert-rule.ts';
import { answerAlert, type AlertAnswer } from './answer-alert.ts';
import { listAlertRules } from './list-alert-rules.ts';
import { listAlerts } from './list-alerts.ts';
import { removeAlertRule } from './remove-alert-rule.ts';
import type { AlertRuleInput } from './rule-input.ts';
import { updateAlertRule } from './update-alert-rule.ts';

const supervisor = actorWithRole('supervisor');
const rule: AlertRuleInput = {
	name: 'Level',
	metric: 'serviceLevel',
	watchThreshold: 0.8,
	breachThreshold: 0.7
};
let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => (test = await openTestContext()));
afterEach(() => test.close());

describe('alert rules', () => {
	it('are added, changed, removed and written down', async () => {
		const { ruleId } = await addAlertRule(test.ctx, supervisor, rule);
		await updateAlertRule(test.ctx, supervisor, ruleId, { ...rule, holdSeconds: 120, sound: true });
		expect(await listAlertRules(test.ctx, actorWithRole('planner'))).toMatchObject([
			{ id: ruleId, holdSeconds: 120, sound: true, repeatSeconds: 900, queueId: null }
		]);
		expect(await removeAlertRule(test.ctx, supervisor, ruleId)).toMatchObject({ name: 'Level' });
		expect(await listAlertRules(test.ctx, supervisor)).toEqual([]);
		expect(await test.audited()).toEqual(['alert-rule.add', 'alert-rule.update', 'alert-rule.remove']);
	});

	it.each<[string, Partial<AlertRuleInput>, string]>([
		['a percentage', { watchThreshold: 80 }, '"80" must be a share between 0 and 1'],
		[
			'thresholds the wrong way round',
			{ watchThreshold: 0.6 },
			'"0.7" must be below the watch threshold "0.6"'
		],
		['no threshold', { watchThreshold: null, breachThreshold: null }, 'give a threshold'],
		[
			'a number that is not foreseen',
			{ metric: 'ewt', watchThreshold: 60, breachThreshold: null, aheadMinutes: 15 },
			'can be foreseen'
		],
		[
			'a mood beyond the scale',
			{ metric: 'worstMood', watchThreshold: 6, breachThreshold: null },
			'between −5 and 5'
		],
		[
			'a score beyond the scale',
			{ metric: 'sentiment', watchThreshold: -3, breachThreshold: null },
			'between −1 and 1'
		],
		['a negative wait', { metric: 'oldestWait', watchThreshold: -1, breachThreshold: null }, '0 or more'],
		['an address that is none', { emails: ['lead at example'] }, 'e-mail addresses'],
		['a queue that is none', { queueId: 'nowhere' }, 'there is no queue "nowhere"'],
		['a webhook that is none', { webhookIds: ['gone'] }, 'there is no webhook "gone"']
	])('refuse %s', async (_, change, message) => {
		const wanted = addAlertRule(test.ctx, supervisor, { ...rule, ...change });
		await expect(wanted).rejects.toThrow(InvalidInputError);
		await expect(wanted).rejects.toThrow(message);
	});

	it('are the supervisor’s: planners and agents are refused', async () => {
		for (const role of ['planner', 'agent'] as const) {
			const actor = actorWithRole(role);
			for (const verb of [
				() => addAlertRule(test.ctx, actor, rule),
				() => updateAlertRule(test.ctx, actor, 'x', rule),
				() => removeAlertRule(test.ctx, actor, 'x'),
				() => answerAlert(test.ctx, actor, 'x', { kind: 'acknowledge' })
			])
				await expect(verb()).rejects.toThrow(ForbiddenError);
		}
		await expect(listAlerts(test.ctx, actorWithRole('agent'))).rejects.toThrow(ForbiddenError);
		await expect(listAlertRules(test.ctx, actorWithRole('agent'))).rejects.toThrow(ForbiddenError);
	});
});

describe('answerAlert()', () => {
	const answer = (input: AlertAnswer) => answerAlert(test.ctx, supervisor, 'a', input);
	const first = async () => (await listAlerts(test.ctx, supervisor))[0];
	beforeEach(async () => {
		await test.ctx.db.orm.insert(alerts).values({
			id: 'a',
			ruleId: 'gone',
			ruleName: 'Level',
			metric: 'serviceLevel',
			queueId: 'billing',
			severity: 'watch',
			value: 0.75,
			worstValue: 0.7,
			threshold: 0.8,
			openedAt: test.clock.at
		});
	});

	it('takes, releases, snoozes, wakes and notes, each undone by its opposite', async () => {
		await answer({ kind: 'acknowledge' });
		await answer({ kind: 'snooze', minutes: 15 });
		await answer({ kind: 'note', text: 'Two moved from Billing' });
		expect(await first()).toMatchObject({
			acknowledgedBy: supervisor.id,
			snoozedUntil: test.clock.at + 900_000,
			note: 'Two moved from Billing',
			noteBy: supervisor.id
		});
		await answer({ kind: 'release' });
		await answer({ kind: 'wake' });
		await answer({ kind: 'note', text: '' });
		expect(await first()).toMatchObject({ acknowledgedBy: null, snoozedUntil: null, note: null });
		expect(await test.audited()).toHaveLength(6);
	});

	it('refuses an alert that is none, and to snooze one that has closed', async () => {
		await expect(answerAlert(test.ctx, supervisor, 'b', { kind: 'wake' })).rejects.toThrow('no alert "b"');
		await test.ctx.db.orm.update(alerts).set({ closedAt: test.clock.at });
		await expect(answer({ kind: 'snooze', minutes: 5 })).rejects.toThrow('closed already');
	});
});
