/** A local day out of the ordinary: a holiday, a sale, a billing run. Days of one name share what is learned. */
export interface SpecialDay {
	/** Local day number, past or future. */
	day: number;
	name: string;
	/** Share of an ordinary such weekday's contacts, given by the planner; null or absent: learned. */
	factor?: number | null;
	/** Closed all day: not forecast, not learned from. */
	isClosed?: boolean;
}

/** What a special day in the horizon was taken to do. */
export interface SpecialDayEffect {
	day: number;
	name: string;
	/** Contacts of the day over those of an ordinary such weekday; 0 when closed. */
	factor: number;
	/**
	 * Whence the factor: set by the planner; learned from past days of the name; the mean of all special days, for
	 * a name not seen yet; none, when no special day was ever measured (then the factor is 1).
	 */
	source: 'set' | 'learned' | 'all-days' | 'none';
	/** Measured past days of the name. */
	occurrences: number;
}
