export { ForecastInput, startForecast } from './start-forecast.ts';
export { forecastQueues, type ForecastDetail, type ForecastWork } from './forecast-work.ts';
export * from './read-forecasts.ts';
