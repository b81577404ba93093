import { eq } from 'drizzle-orm';
import { InvalidInputError } from '../access/index.ts';
import type { Context } from '../context.ts';
import { alertRules } from '../db/schema/index.ts';
import type { AlertRuleRecord } from './list-alert-rules.ts';

/** The rule as it is kept; refuses an id that is none. */
export async function findAlertRule({ db }: Context, id: string, action: string): Promise<AlertRuleRecord> {
	const [row] = await db.orm.select().from(alertRules).where(eq(alertRules.id, id));
	if (!row) throw new InvalidInputError(`${action}: there is no alert rule "${id}".`);
	return row;
}
