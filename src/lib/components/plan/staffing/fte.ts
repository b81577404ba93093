const WEEK_HOURS = 168;

/** Full-time people that some paid hours keep busy, by the hours that one works in a week. */
export const fte = (paidHours: number, spanMs: number, weekHoursOfOne: number): number | null =>
	spanMs > 0 && weekHoursOfOne > 0 ? paidHours / ((spanMs / 3_600_000 / WEEK_HOURS) * weekHoursOfOne) : null;
