import { z } from 'zod';
import type { specialDays } from '../db/schema/index.ts';

/** A day unlike its weekday, as it is kept. */
export type SpecialDayRow = typeof specialDays.$inferSelect;

const isDate = (text: string) => {
	const at = Date.parse(`${text}T00:00:00Z`);
	return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
};

export const SpecialDayInput = z
	.object({
		/** Local date. */
		date: z
			.string()
			.regex(/^\d{4}-\d{2}-\d{2}$/, 'wanted YYYY-MM-DD')
			.refine(isDate, 'there is no such day')
			.refine((text) => text >= '1990-01-01' && text < '2100-01-01', 'wanted a day from 1990 to 2099'),
		/** Days of one name share what is learned of them. */
		name: z.string().trim().min(1, 'give it a name').max(120),
		/** Null: every queue. */
		queueId: z.string().min(1).nullable().default(null),
		isClosed: z.boolean().default(false),
		/** Contacts over those of a usual such weekday; null: learned from the same day before. */
		factor: z.number().min(0).max(100).nullable().default(null),
		/** Kept, but not used; of one queue, an exception from a day of all queues. */
		isIgnored: z.boolean().default(false),
		source: z.enum(['holiday', 'own']).default('own')
	})
	.refine(({ isClosed, factor }) => !isClosed || factor === null, {
		path: ['factor'],
		message: 'a closed day has no factor'
	});
export type SpecialDayInput = z.input<typeof SpecialDayInput>;

/** What says that two entries are of the same day. */
export const keyOf = ({ date, name, queueId }: Pick<SpecialDayRow, 'date' | 'name' | 'queueId'>) =>
	`${date}\n${queueId ?? ''}\n${name.toLocaleLowerCase('en')}`;
