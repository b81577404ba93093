import type { Context } from '../context.ts';
import { users } from '../db/schema/index.ts';

/** False on a new installation, whose first visitor makes the first administrator. */
export async function hasAnyUser(ctx: Context): Promise<boolean> {
	const rows = await ctx.db.orm.select({ id: users.id }).from(users).limit(1);
	return rows.length > 0;
}
