import { assertDay } from './assert-day.ts';
import type { DayUpdateInput } from './day-update-input.ts';
import { followDay } from './follow-day.ts';
import { splitBand } from './split-band.ts';

const NORMAL_90 = 1.2815515655446004;
/** Measured intervals that weigh as much as the forecast's own promise. */
const PROMISE_INTERVALS = 100;

/**
 * How wide a forecast's bands have proved to be, from days that are over: the deviation that four in five measured
 * intervals kept within (each against what was believed just before it), over what the band promised. Below 1: the
 * bands were too wide. Drawn towards 1 while intervals are few (split-conformal calibration; Lei et al. 2018).
 *
 * @returns 1 without days; else above 0
 * Cost: O(n log n) in the intervals.
 */
export function provenWidth(
	days: readonly Pick<DayUpdateInput, 'expected' | 'p10' | 'p90' | 'actual'>[]
): number {
	const sizes = days
		.flatMap((day) => {
			assertDay({ ...day, elapsed: day.expected.length });
			const parts = splitBand(day.expected, day.p10, day.p90);
			return followDay(parts, day.expected, day.actual, day.expected.length).deviations;
		})
		.map(Math.abs)
		.sort((a, b) => a - b);
	if (sizes.length === 0) return 1;
	const proved = sizes[Math.min(sizes.length - 1, Math.floor(0.8 * sizes.length))]! / NORMAL_90;
	return (sizes.length * proved + PROMISE_INTERVALS) / (sizes.length + PROMISE_INTERVALS);
}
