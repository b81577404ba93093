import { localFields } from '#lib/format/index.ts';
import type { Context } from './context.ts';
import { sites } from './db/schema/index.ts';

/** The site's zone and the local date of now, YYYY-MM-DD. */
export async function siteClock(ctx: Context): Promise<{ timeZone: string; today: string; now: number }> {
	const [site] = await ctx.db.orm.select({ timeZone: sites.timeZone }).from(sites).limit(1);
	const timeZone = site?.timeZone ?? 'UTC';
	const now = ctx.now();
	return { timeZone, today: localFields(now, timeZone).day, now };
}
