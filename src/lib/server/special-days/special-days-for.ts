import type { Context } from '../context.ts';
import { specialDays } from '../db/schema/index.ts';
import { resolveSpecialDays, type ResolvedDay } from './resolve-special-days.ts';

/** The special days that a forecast of these queues knows of, past and future. Rights are the caller's. */
export async function specialDaysFor({ db }: Context, queueIds: readonly string[]): Promise<ResolvedDay[]> {
	return resolveSpecialDays(await db.orm.select().from(specialDays), queueIds);
}
