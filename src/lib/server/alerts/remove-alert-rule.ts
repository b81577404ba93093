import { eq } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { alertRules } from '../db/schema/index.ts';
import { findAlertRule } from './find-alert-rule.ts';
import type { AlertRuleRecord } from './list-alert-rules.ts';
import { requireRule } from './require-rule.ts';

/** Its open alerts close with the next tick, its history stays. Answers with the rule, so that it can be put back. */
export async function removeAlertRule(ctx: Context, actor: Actor, id: string): Promise<AlertRuleRecord> {
	requireRight(actor, 'alerts.manage');
	const before = await findAlertRule(ctx, id, 'Removing an alert rule');
	requireRule(actor, before);
	const { orm } = ctx.db;
	await orm.batch([
		orm.delete(alertRules).where(eq(alertRules.id, id)),
		recordAudit(ctx, actor, { action: 'alert-rule.remove', subject: `alert-rule:${id}`, before })
	]);
	return before;
}
