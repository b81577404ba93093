export { learnShares, type KindCount, type Share, type ShareModel } from './learn-shares.ts';
export { splitForecast, type KindForecast, type SplitCell } from './split-forecast.ts';
