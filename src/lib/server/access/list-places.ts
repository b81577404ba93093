import { asc } from 'drizzle-orm';
import type { Actor, Context } from '../context.ts';
import { queues, sites, teams } from '../db/schema/index.ts';
import { requireRight } from './require-right.ts';

export interface Places {
	sites: { id: string; name: string }[];
	teams: { id: string; name: string }[];
	queues: { id: string; name: string }[];
}

/** What an account or a key can be for a part of, by name. */
export async function listPlaces({ db: { orm } }: Context, actor: Actor): Promise<Places> {
	requireRight(actor, 'users.manage');
	const [ofSites, ofTeams, ofQueues] = await Promise.all(
		[sites, teams, queues].map((table) =>
			orm.select({ id: table.id, name: table.name }).from(table).orderBy(asc(table.name))
		)
	);
	return { sites: ofSites!, teams: ofTeams!, queues: ofQueues! };
}
