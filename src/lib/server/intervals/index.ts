export { INTERVAL_COLUMNS, readIntervals, type IntervalRow } from './read-intervals.ts';
export { INTERVALS, InvalidRange, parseRange, type IntervalRange } from './parse-range.ts';
