import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { users } from '../db/schema/index.ts';

/** Names of the people who take alerts and write notes, by the actor's id that an alert keeps. */
export async function alertPeople({ db }: Context, actor: Actor): Promise<Record<string, string>> {
	requireRight(actor, 'alerts.view');
	const rows = await db.orm.select({ id: users.id, name: users.name }).from(users);
	return Object.fromEntries(rows.map(({ id, name }) => [`user:${id}`, name]));
}
