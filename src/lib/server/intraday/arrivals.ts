/** What came in one interval. */
export interface Arrival {
	offered: number;
	/** Contacts whose handling has ended, and the seconds that they took. */
	handled: number;
	workSeconds: number;
}

/** What came in each interval of a day, by queue; null = not measured, which is not zero. */
export interface Arrivals {
	byQueue: Map<string, (Arrival | null)[]>;
	/** Beginning of the newest interval in which the log has a contact. */
	latestAt: number | null;
}
