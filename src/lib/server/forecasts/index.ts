export { ForecastInput, startForecast } from './start-forecast.ts';
export type { ForecastDetail } from './forecast-work.ts';
export * from './read-forecasts.ts';
