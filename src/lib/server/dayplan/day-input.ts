import { z } from 'zod';

/** What a planner lets the search change, in minutes. */
export const DayInput = z.object({
	moveBreaks: z.boolean().default(true),
	moveActivities: z.boolean().default(true),
	cancelActivities: z.boolean().default(false),
	/** Most by which a shift may end later, and earlier. */
	extendMinutes: z.int().min(0).max(240).default(60),
	shortenMinutes: z.int().min(0).max(240).default(0),
	callIn: z.boolean().default(true),
	/** Whoever should be there and is signed off is taken as not coming. */
	leaveOutMissing: z.boolean().default(true),
	mostTouched: z.int().min(1).max(40).default(12),
	/** How long the search may take. */
	seconds: z.number().min(1).max(120).default(10)
});
export type DayInput = z.input<typeof DayInput>;
export type DayWishes = z.output<typeof DayInput>;
