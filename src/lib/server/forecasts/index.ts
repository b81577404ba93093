export { ForecastInput, startForecast } from './start-forecast.ts';
export { forecastQueues, type ForecastDetail, type ForecastWork } from './forecast-work.ts';
export * from './read-forecasts.ts';
export { listForecastScores } from './list-forecast-scores.ts';
export type { PooledScore } from './pooled-score.ts';
export { forecastCsv } from './forecast-csv.ts';
export { readForecastView, type ForecastView } from './read-forecast-view.ts';
