import { z } from 'zod';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { specialDays } from '../db/schema/index.ts';
import { holidaysOf, type HolidayKind } from './holidays.ts';

export const HolidaysInput = z.object({
	country: z.string().min(1),
	state: z.string().min(1).nullable().default(null),
	region: z.string().min(1).nullable().default(null),
	years: z.array(z.int().min(1990).max(2099)).min(1, 'choose a year').max(12),
	/** Null: every queue. */
	queueId: z.string().min(1).nullable().default(null)
});
export type HolidaysInput = z.input<typeof HolidaysInput>;

export interface OfferedHoliday {
	date: string;
	name: string;
	kind: HolidayKind;
	/** There already, for the same queues. */
	isThere: boolean;
}

/**
 * The holidays of a place that could be special days, in order. A holiday that is kept under its name in another
 * language goes by that name, so that its years share what is learned.
 */
export async function offerHolidays(
	ctx: Context,
	actor: Actor,
	input: HolidaysInput,
	language: string
): Promise<OfferedHoliday[]> {
	requireRight(actor, 'forecast.view');
	const { years, queueId, ...place } = parseInput('Looking up holidays', HolidaysInput, input);
	const kept = await ctx.db.orm.select().from(specialDays);
	const keptNames = new Set(kept.map(({ name }) => name));
	const keptDays = new Set(kept.map((row) => `${row.date} ${row.queueId ?? ''} ${row.name}`));
	const offered = new Map<string, OfferedHoliday>();
	for (const year of [...new Set(years)].sort()) {
		const holidays = await holidaysOf(place, year, language);
		if (!holidays)
			throw new InvalidInputError(`Looking up holidays: no holidays are known of "${place.country}".`);
		for (const { date, name: own, names, kind } of holidays) {
			const name = keptNames.has(own) ? own : (names.find((one) => keptNames.has(one)) ?? own);
			const isThere = keptDays.has(`${date} ${queueId ?? ''} ${name}`);
			offered.set(`${date} ${name}`, { date, name, kind, isThere });
		}
	}
	return [...offered.values()].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
