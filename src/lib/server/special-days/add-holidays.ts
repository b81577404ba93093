import { z } from 'zod';
import { parseInput, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { changeSpecialDays, type SpecialDaysChanged } from './change-special-days.ts';
import { HolidaysInput, offerHolidays } from './offer-holidays.ts';

const AddInput = z.intersection(
	HolidaysInput,
	z.object({
		/** `DATE NAME` of those wanted, as they were offered; null: all public ones. */
		chosen: z.array(z.string()).max(2_000).nullable().default(null)
	})
);
export type AddHolidaysInput = z.input<typeof AddInput>;

/** Adds a place's holidays as special days whose effect is learned; those there already are left as they are. */
export async function addHolidays(
	ctx: Context,
	actor: Actor,
	input: AddHolidaysInput,
	language: string
): Promise<SpecialDaysChanged> {
	requireRight(actor, 'forecast.adjust');
	const { chosen, ...wanted } = parseInput('Adding holidays', AddInput, input);
	const offered = await offerHolidays(ctx, actor, wanted, language);
	const isWanted = ({ date, name, kind }: (typeof offered)[number]) =>
		chosen ? chosen.includes(`${date} ${name}`) : kind === 'public';
	const put = offered
		.filter((holiday) => !holiday.isThere && isWanted(holiday))
		.map(({ date, name }) => ({ date, name, queueId: wanted.queueId, source: 'holiday' as const }));
	if (put.length === 0) return { added: 0, changed: 0, removed: 0, undo: { put: [], remove: [] } };
	return changeSpecialDays(ctx, actor, { put, remove: [] }, 'Adding holidays');
}
