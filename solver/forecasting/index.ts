export { type CallHistory, intervalsPerDay, truncateHistory } from './call-history.ts';
export { forecast, type ForecastOptions } from './forecast.ts';
export type {
	DailyForecast,
	Forecast,
	ForecastDay,
	ForecastInterval,
	ForecastNote
} from './forecast-result.ts';
export { forecastDays } from './daily/forecast-days.ts';
export {
	forecastCentre,
	type CentreForecast,
	type CentreOptions,
	type CentreQueue
} from './centre/forecast-centre.ts';
export type { SpecialDay, SpecialDayEffect } from './special/special-day.ts';
export { quantileOf } from './quantile-of.ts';
export type { Repair } from './repair/repair.ts';
export { scoreForecast, type ForecastScore, type ScoredCell } from './score.ts';
export { civilDay, weekdayOf } from './calendar.ts';
export { wape } from './metrics/wape.ts';
export { bias } from './metrics/bias.ts';
export { mase } from './metrics/mase.ts';
export { noiseFloor } from './metrics/noise-floor.ts';
export { coverage } from './metrics/coverage.ts';
