import { calendarRegression } from '../level/calendar-regression.ts';
import { exponentialSmoothing } from '../level/exponential-smoothing.ts';
import { sameTimeLastYear } from '../level/same-time-last-year.ts';
import type { ForecastModel } from './forecast-model.ts';
import { levelTimesProfile } from './level-times-profile.ts';
import { meanOfWeekdays } from './mean-of-weekdays.ts';

export const SEASONAL_NAIVE = meanOfWeekdays(1, 'seasonal naive');

/** Every model the forecaster may draw on; the first is the baseline that the others are measured against. */
export const FORECAST_MODELS: readonly ForecastModel[] = [
	SEASONAL_NAIVE,
	meanOfWeekdays(4, 'mean of 4 weeks'),
	levelTimesProfile(exponentialSmoothing),
	levelTimesProfile(calendarRegression)
];

/** Models of a series by day, which looks far ahead: the time of the year matters there. */
export const DAILY_MODELS: readonly ForecastModel[] = [
	SEASONAL_NAIVE,
	meanOfWeekdays(4, 'mean of 4 weeks'),
	...[exponentialSmoothing, calendarRegression, sameTimeLastYear].map((level) =>
		levelTimesProfile(level, level.name)
	)
];
