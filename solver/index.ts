// Each part has a door of its own (`#solver/forecasting/index.ts` …), so that whoever forecasts does not load the
// words of the mood model or the engine of the rosters. This one opens them all.
export * as queueing from './queueing/index.ts';
export * as staffing from './staffing/index.ts';
export * as pooling from './pooling/index.ts';
export * as capacity from './capacity/index.ts';
export * as forecasting from './forecasting/index.ts';
export * as prediction from './prediction/index.ts';
export * as rostering from './rostering/index.ts';
export * as simulation from './simulation/index.ts';
export * as balancing from './balancing/index.ts';
export * as sentiment from './sentiment/index.ts';
export * as attention from './attention/index.ts';
export * as conversations from './conversations/index.ts';
export * as routing from './routing/index.ts';
export * as coaching from './coaching/index.ts';
export * as quality from './quality/index.ts';
