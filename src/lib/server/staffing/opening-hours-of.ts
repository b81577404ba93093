import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { queues, sites } from '../db/schema/index.ts';
import type { OpeningHours } from '../db/schema/sites.ts';

/** Each queue's opening hours, or its site's where it has none of its own. */
export async function openingHoursOf({ db }: Context): Promise<Map<string, OpeningHours>> {
	const rows = await db.orm
		.select({ id: queues.id, own: queues.openingHours, site: sites.openingHours })
		.from(queues)
		.innerJoin(sites, eq(sites.id, queues.siteId));
	return new Map(rows.map(({ id, own, site }) => [id, own ?? site]));
}
