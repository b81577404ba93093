import { randomUUID } from 'node:crypto';
import { requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { alertRules } from '../db/schema/index.ts';
import { parseAlertRule } from './parse-alert-rule.ts';
import type { AlertRuleInput } from './rule-input.ts';

/** Sets up what is watched from the next tick on. */
export async function addAlertRule(
	ctx: Context,
	actor: Actor,
	input: AlertRuleInput
): Promise<{ ruleId: string }> {
	requireRight(actor, 'alerts.manage');
	const rule = await parseAlertRule(ctx, actor, 'Adding an alert rule', input);
	const id = randomUUID();
	const { orm } = ctx.db;
	await orm.batch([
		orm.insert(alertRules).values({ id, ...rule, createdBy: actor.id, createdAt: ctx.now() }),
		recordAudit(ctx, actor, { action: 'alert-rule.add', subject: `alert-rule:${id}`, after: rule })
	]);
	return { ruleId: id };
}
