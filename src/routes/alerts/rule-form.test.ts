import { expect, it } from 'vitest';
import type { AlertRuleRecord } from '#lib/server/alerts/index.ts';
import { ruleForm, ruleInput } from './rule-form.ts';

const rule: AlertRuleRecord = {
	id: 'r',
	name: 'Service level',
	metric: 'serviceLevel',
	queueId: null,
	channel: 'voice',
	watchThreshold: 0.57,
	breachThreshold: null,
	aheadMinutes: 20,
	holdSeconds: 30,
	repeatSeconds: 600,
	isEnabled: false,
	sound: true,
	emails: ['a@example.org', 'b@example.org'],
	webhookIds: ['w'],
	createdBy: 'system',
	createdAt: 0
};

it('a rule goes through its form unchanged, shares being shown in percent', () => {
	const form = ruleForm(rule);
	expect(form).toMatchObject({
		ahead: '20',
		watch: 57,
		breach: null,
		repeatMinutes: 10,
		queueId: '',
		channel: 'voice'
	});
	const { id: _, createdBy: __, createdAt: ___, ...input } = rule;
	expect(ruleInput(form, rule)).toEqual(input);
});

it('another number is not foreseen because the one before was', () => {
	const form = { ...ruleForm(rule), metric: 'oldestWait' as const, watch: 120 };
	expect(ruleInput(form, rule)).toMatchObject({ aheadMinutes: null, watchThreshold: 120 });
});

it('a rule can be made to look ahead, and back at the present', () => {
	const form = { ...ruleForm(null), name: 'Soon', watch: 80, ahead: '15' };
	expect(ruleInput(form, null)).toMatchObject({ aheadMinutes: 15, watchThreshold: 0.8 });
	expect(ruleInput({ ...ruleForm(rule), ahead: '' }, rule)).toMatchObject({ aheadMinutes: null });
});
