import { asc } from 'drizzle-orm';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { specialDays } from '../db/schema/index.ts';
import type { SpecialDayRow } from './special-day.ts';

/** All special days in order of time, those that are ignored too. */
export async function listSpecialDays({ db }: Context, actor: Actor): Promise<SpecialDayRow[]> {
	requireRight(actor, 'forecast.view');
	return db.orm.select().from(specialDays).orderBy(asc(specialDays.date), asc(specialDays.name));
}
