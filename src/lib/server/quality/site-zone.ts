import type { Context } from '../context.ts';
import { sites } from '../db/schema/index.ts';

/** The site's zone, by which months and days are told apart. */
export async function siteZone({ db }: Context): Promise<string> {
	const [site] = await db.orm.select({ timeZone: sites.timeZone }).from(sites);
	return site?.timeZone ?? 'UTC';
}
