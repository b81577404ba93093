export { foreseeQueues, type ForeseeRequest, type QueueOutlook } from './foresee-queues.ts';
export { ForesightWorker } from './foresight-worker.ts';
export { learnHabits, noHabits, type Habits } from './habits.ts';
export type { KnownAhead } from './known-ahead.ts';
export { Predictions, type Ahead, type PresentNow } from './predictions.ts';
export { readPresent } from './read-present.ts';
