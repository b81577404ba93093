export { archiveVisits } from './archive-visits.ts';
export { INTERVAL_COLUMNS, type IntervalRow } from './interval-row.ts';
export { IntervalCounter } from './interval-counter.ts';
export { intervalStarts } from './interval-starts.ts';
export { countIntervals, readIntervals, readLimits, visitOf } from './read-intervals.ts';
export { INTERVALS, InvalidRange, parseRange, type IntervalRange } from './parse-range.ts';
