import type { BacktestPlan } from './backtest.ts';
import { intervalsPerDay, type CallHistory } from './call-history.ts';

/** Rolling origins a week apart, two weeks ahead, after four weeks of learning. */
const ORIGINS = 8;
const STEP_DAYS = 7;
const HORIZON_DAYS = 14;
const LEAST_DAYS = 28;

/** Origins of the back-test of a history, and the days with data that the first of them knew; none when too short. */
export function planBacktest(history: CallHistory): BacktestPlan & { daysAtFirst: number } {
	const ends: number[] = [];
	for (let k = ORIGINS - 1; k >= 0; k--) {
		// The nearest origin leaves a week to be measured.
		const end = history.dayCount - STEP_DAYS * (k + 1);
		if (end >= LEAST_DAYS) ends.push(end);
	}
	const width = intervalsPerDay(history.intervalSeconds);
	let daysAtFirst = 0;
	for (let d = 0; d < (ends[0] ?? 0); d++)
		if (history.known.subarray(d * width, (d + 1) * width).includes(1)) daysAtFirst++;
	return { ends, horizonDays: HORIZON_DAYS, daysAtFirst };
}
