/** Measured values that the forecaster does not learn from. */
export interface Repair {
	day: number;
	/** First interval concerned; null: the whole day. */
	interval: number | null;
	/** Consecutive intervals concerned; of a whole day those that were measured. */
	intervals: number;
	/** Contacts recorded in them, and what the queue's habits say. */
	offered: number;
	expected: number;
	problem: 'outage' | 'spike';
}
