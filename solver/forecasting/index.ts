export { type CallHistory, intervalsPerDay, truncateHistory } from './call-history.ts';
export {
	forecast,
	type Forecast,
	type ForecastInterval,
	type ForecastNote,
	type ForecastOptions
} from './forecast.ts';
export type { Repair } from './repair.ts';
export { scoreForecast, type ForecastScore, type ScoredCell } from './score.ts';
export { civilDay, weekdayOf } from './calendar.ts';
export { wape } from './metrics/wape.ts';
export { bias } from './metrics/bias.ts';
export { mase } from './metrics/mase.ts';
export { noiseFloor } from './metrics/noise-floor.ts';
export { coverage } from './metrics/coverage.ts';
