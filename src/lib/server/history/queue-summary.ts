/** What a file holds of one queue. */
export interface QueueSummary {
	queue: string;
	rows: number;
	fromMs: number;
	/** End of the last interval. */
	toMs: number;
	offered: number;
	daysWithRows: number;
	/** Intervals missing between a day's first and last, and working days without any row. */
	gaps: { intervals: number; days: number };
}
