import { eq } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { alertRules } from '../db/schema/index.ts';
import { findAlertRule } from './find-alert-rule.ts';
import { parseAlertRule } from './parse-alert-rule.ts';
import { requireRule } from './require-rule.ts';
import type { AlertRuleInput } from './rule-input.ts';

export async function updateAlertRule(
	ctx: Context,
	actor: Actor,
	id: string,
	input: AlertRuleInput
): Promise<void> {
	requireRight(actor, 'alerts.manage');
	const after = await parseAlertRule(ctx, actor, 'Changing an alert rule', input);
	const before = await findAlertRule(ctx, id, 'Changing an alert rule');
	requireRule(actor, before);
	const { orm } = ctx.db;
	await orm.batch([
		orm.update(alertRules).set(after).where(eq(alertRules.id, id)),
		recordAudit(ctx, actor, { action: 'alert-rule.update', subject: `alert-rule:${id}`, before, after })
	]);
}
