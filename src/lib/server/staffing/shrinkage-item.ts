import { z } from 'zod';
import { fraction, hoursInOrder, wholeNumber } from './fields.ts';

export const WEEKDAYS = z.array(wholeNumber(0, 6)).min(1, 'choose at least one weekday (0 = Sunday)').max(7);

/** Paid time that goes elsewhere: what for, how much of it, and when. */
export const ShrinkageItem = z
	.object({
		kind: z.string().trim().min(1, 'give it a name').max(60),
		share: fraction({ from0: true }),
		/** 0 = Sunday; every day unless given. */
		weekdays: WEEKDAYS.optional(),
		/** Local minutes after midnight; the whole day unless given. */
		fromMinute: wholeNumber(0, 1439).optional(),
		toMinute: wholeNumber(1, 1440).optional(),
		/** The roster places it itself (breaks in a shift), so that it does not ask for it twice. */
		isRostered: z.boolean().default(false)
	})
	.superRefine(hoursInOrder);
export type ShrinkageItem = z.output<typeof ShrinkageItem>;

export const ShrinkageList = z.array(ShrinkageItem).max(40, 'at most 40 kinds');
