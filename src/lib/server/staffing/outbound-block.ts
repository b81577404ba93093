import { z } from 'zod';
import { hoursInOrder, positiveNumber, positiveSeconds, wholeNumber } from './fields.ts';
import { WEEKDAYS } from './shrinkage-item.ts';

/** Calls that go out on some days: a campaign, reminders, call-backs. */
export const OutboundBlock = z
	.object({
		name: z.string().trim().min(1, 'give it a name').max(80),
		/** The queue whose people do it. */
		queueId: z.string().min(1, 'choose whose people do it'),
		/** 0 = Sunday. */
		weekdays: WEEKDAYS,
		fromMinute: wholeNumber(0, 1439),
		toMinute: wholeNumber(1, 1440),
		/** On each of those days. */
		contactsPerDay: positiveNumber(10_000_000),
		ahtSeconds: positiveSeconds,
		/** `even` over its hours, or `quiet`: where fewest people are needed for what comes in. */
		placement: z.enum(['even', 'quiet']).default('even')
	})
	.superRefine(hoursInOrder);
export type OutboundBlock = z.output<typeof OutboundBlock>;
