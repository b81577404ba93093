import type { Context } from '../context.ts';
import { sites } from '../db/schema/index.ts';

/** Whose days coaching counts in. */
export async function siteZone({ db }: Context): Promise<string> {
	const [site] = await db.orm.select({ timeZone: sites.timeZone }).from(sites).limit(1);
	return site?.timeZone ?? 'UTC';
}
