export interface IntradayInterval {
	startAt: number;
	/** What was published (or last computed) before the day; null outside the forecast's hours. */
	forecast: number | null;
	p10: number | null;
	p90: number | null;
	/** From what had come by `asOf`; null for intervals that had been measured by then. */
	reforecast: number | null;
	reforecastP10: number | null;
	reforecastP90: number | null;
	/** What came, also after `asOf` on a day that is over; null = not measured, which is not zero. */
	actual: number | null;
	actualAhtSeconds: number | null;
	/** Agents on contacts, as planned, and for the re-forecast; null without a plan. */
	planned: number | null;
	required: number | null;
	/** Agents at work by the schedule as it was changed on the day, and by their states once the interval is over. */
	scheduled: number | null;
	staffed: number | null;
	/** Of the contacts that entered; and expected of those to come, with the people scheduled. */
	serviceLevel: number | null;
	expectedServiceLevel: number | null;
}

export interface IntradayTotals {
	/** Of the whole day. */
	forecast: number | null;
	reforecast: number | null;
	reforecastP10: number | null;
	reforecastP90: number | null;
	/** Of the intervals finished and measured by `asOf`: what came, and what had been forecast for them. */
	actual: number;
	forecastSoFar: number | null;
	/** (actual − forecast) / forecast of those intervals; null before the first, or without a forecast. */
	deviation: number | null;
	/** Handle time so far / as forecast, drawn towards 1 while contacts are few. */
	ahtRatio: number | null;
	/** The day's level as the re-forecast believes it: contacts / forecast. */
	level: { mean: number; p10: number; p90: number } | null;
	/** Of the contacts that entered by `asOf`. */
	serviceLevelSoFar: number | null;
	/** Of all of the day's, once it is over, with the ends of the 80 % band. */
	serviceLevelDay: number | null;
	serviceLevelDayLow: number | null;
	serviceLevelDayHigh: number | null;
	/** Null for all queues together: each has its own. */
	serviceLevelTarget: { share: number; thresholdSeconds: number } | null;
}

export interface IntradaySeries {
	/** Null: all queues together. */
	queueId: string | null;
	name: string;
	totals: IntradayTotals;
	intervals: IntradayInterval[];
}

export interface IntradayView {
	/** Local date, YYYY-MM-DD. */
	day: string;
	timeZone: string;
	fromAt: number;
	toAt: number;
	/** Up to where the day is taken as known; the re-forecast looks no further. */
	asOf: number;
	isToday: boolean;
	/** The newest contact that is known of the day; null before the first. */
	latestAt: number | null;
	intervalSeconds: number;
	/** False: the forecast was computed but not published; null: there is none. */
	isPublished: boolean | null;
	forecastIds: string[];
	/** Plan whose terms the required agents follow. */
	plan: { id: string; name: string } | null;
	total: IntradaySeries;
	queues: IntradaySeries[];
}
