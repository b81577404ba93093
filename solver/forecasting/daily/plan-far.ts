import type { BacktestPlan } from '../backtest.ts';

/** Origins so many days before the end of the history, beside the weekly ones of the last weeks. */
const BACK_DAYS = [364, 280, 196, 140, 84, 56];
const LEAST_DAYS = 56;
/** Origins that know a year and a bit, where there are any, are the only ones: those before could not know the seasons. */
const YEAR_DAYS = 400;
const LEAST_AHEAD_DAYS = 90;

/**
 * Origins of a back-test that looks as far ahead as the history allows, of a daily series.
 *
 * @param horizonDays as far as the forecast is to go
 */
export function planFar(dayCount: number, horizonDays: number): BacktestPlan {
	const least = dayCount >= YEAR_DAYS + LEAST_AHEAD_DAYS ? YEAR_DAYS : LEAST_DAYS;
	return { ends: BACK_DAYS.map((back) => dayCount - back).filter((end) => end >= least), horizonDays };
}
