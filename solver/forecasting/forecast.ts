import { assertCallHistory, type CallHistory } from './call-history.ts';
import { forecastQueue } from './forecast-queue.ts';
import type { Forecast } from './forecast-result.ts';
import type { ForecastModel } from './models/forecast-model.ts';
import { toSpecialCalendar } from './special/special-calendar.ts';
import type { SpecialDay } from './special/special-day.ts';

export interface ForecastOptions {
	/** Local days to forecast after the history's last. */
	horizonDays: number;
	/** Local day numbers, past or future, on which the queue is closed; they are not forecast. */
	closedDays?: Iterable<number>;
	/** Days out of the ordinary, past and future; what the past ones did is learned (see special/). */
	specialDays?: readonly SpecialDay[];
	/** Models to draw on. */
	models?: readonly ForecastModel[];
}

/** 18 weeks. */
export const MOST_INTERVAL_DAYS = 126;

/**
 * Forecasts a queue's contacts by interval with an 80 % band, and its mean handle time with one.
 *
 * Every model is back-tested on rolling origins of the history; the forecast is their mean weighted by what
 * that showed (see combine, bands). Too short for a back-test: the models that apply weigh the same. All zero:
 * zero, said so. Beyond four weeks the daily series (see daily/), which sees the seasons, says the days' totals and
 * how fast the band widens. No chance and no clock: equal input gives equal output.
 *
 * @throws RangeError on a history that breaks its contract or a horizon that is no whole number of 0–126 days
 * Cost: about nine fits of every model: half a second for half a year of working days, three for two years of
 * 5-minute counts around the clock.
 */
export function forecast(history: CallHistory, options: ForecastOptions): Forecast {
	assertCallHistory(history);
	const { horizonDays } = options;
	assertHorizon(horizonDays, MOST_INTERVAL_DAYS);
	const calendar = toSpecialCalendar(options.closedDays, options.specialDays);
	return forecastQueue(history, calendar, horizonDays, options.models).forecast;
}

/** @throws RangeError on a horizon that is no whole number from 0 to `most` */
export function assertHorizon(horizonDays: number, most: number): void {
	if (!Number.isInteger(horizonDays) || horizonDays < 0 || horizonDays > most)
		throw new RangeError(
			`Forecasting: horizonDays "${horizonDays}" must be a whole number of 0–${most} days.`
		);
}
