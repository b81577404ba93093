import { asc } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { alertRules } from '../db/schema/index.ts';

export type AlertRuleRecord = typeof alertRules.$inferSelect;

/** Every rule, switched on or off, by name. */
export async function listAlertRules({ db }: Context, actor: Actor): Promise<AlertRuleRecord[]> {
	requireRight(actor, 'alerts.view');
	return db.orm.select().from(alertRules).orderBy(asc(alertRules.name));
}
