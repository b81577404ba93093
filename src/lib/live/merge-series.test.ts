import { describe, expect, it } from 'vitest';
import { KEPT_STEPS, mergeSeries } from './merge-series.ts';

const MINUTE = 60_000;
const series = (untilMinute: number, ...waiting: number[]) => ({
	untilMs: untilMinute * MINUTE,
	stepMs: MINUTE,
	waiting,
	serviceLevel: waiting.map((value) => (value === 0 ? null : 1 / value))
});

describe('mergeSeries()', () => {
	it('puts the minutes that have ended at the end', () => {
		expect(mergeSeries(series(10, 1, 2, 3), series(12, 4, 5))).toEqual(series(12, 1, 2, 3, 4, 5));
	});

	it('replaces minutes that are told again', () => {
		expect(mergeSeries(series(10, 1, 2, 3), series(11, 7, 8))).toEqual(series(11, 1, 2, 7, 8));
	});

	it('starts anew over a gap and when a replay jumps back', () => {
		expect(mergeSeries(series(10, 1, 2, 3), series(20, 9))).toEqual(series(20, 9));
		expect(mergeSeries(series(10, 1, 2, 3), series(4, 9))).toEqual(series(4, 9));
		expect(mergeSeries(undefined, series(4, 9))).toEqual(series(4, 9));
	});

	it('keeps as many minutes as a snapshot brings', () => {
		let merged = series(0, 0);
		for (let minute = 1; minute <= KEPT_STEPS + 30; minute++)
			merged = mergeSeries(merged, series(minute, minute));
		expect(merged.waiting).toHaveLength(KEPT_STEPS);
		expect(merged.serviceLevel).toHaveLength(KEPT_STEPS);
		expect(merged.waiting.at(-1)).toBe(KEPT_STEPS + 30);
	});
});
