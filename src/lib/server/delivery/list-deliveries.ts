import { desc } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { deliveries } from '../db/schema/index.ts';

/** The last things sent or tried, newest first. */
export async function listDeliveries({ db }: Context, actor: Actor, limit = 200) {
	requireRight(actor, 'settings.view');
	return db.orm.select().from(deliveries).orderBy(desc(deliveries.createdAt)).limit(limit);
}
