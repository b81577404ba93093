import { asc } from 'drizzle-orm';
import { requireRight, scopeOf } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { alertRules } from '../db/schema/index.ts';

export type AlertRuleRecord = typeof alertRules.$inferSelect;

/** Every rule, switched on or off, by name. Of part of the centre: its queues' and those for every queue, without whom they tell. */
export async function listAlertRules({ db }: Context, actor: Actor): Promise<AlertRuleRecord[]> {
	requireRight(actor, 'alerts.view');
	const rules = await db.orm.select().from(alertRules).orderBy(asc(alertRules.name));
	const scope = scopeOf(actor);
	if (!scope) return rules;
	return rules
		.filter(({ queueId }) => queueId === null || scope.queues.has(queueId))
		.map((rule) => (rule.queueId === null ? { ...rule, emails: [], webhookIds: [] } : rule));
}
