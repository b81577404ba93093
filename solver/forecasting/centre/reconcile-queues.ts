import { weekdayOf } from '../calendar.ts';
import { learnDays } from '../daily/learn-days.ts';
import type { QueueForecast } from '../forecast-queue.ts';
import type { ForecastInterval } from '../forecast-result.ts';
import type { ForecastModel } from '../models/forecast-model.ts';
import type { SpecialCalendar } from '../special/special-calendar.ts';
import { intervalsDayVariance, varianceOf, type DayVariance } from './day-variance.ts';
import { pairedShare } from './paired-share.ts';
import { reconcileDay, type Estimate } from './reconcile-day.ts';
import { totalHistory } from './total-history.ts';

/** A queue of fewer days by its own daily series is left out of the total's forecast; its own stands. */
const LEAST_DAYS = 56;
/** And one of less than this share of the longest one's days, which would cut the total's history short. */
const LEAST_SHARE = 0.6;

interface Part {
	run: QueueForecast;
	byDay: Map<number, ForecastInterval[]>;
	lastDay: number;
	ofIntervals: DayVariance;
	/** Of the intervals' sum, beside the daily series' forecast. */
	share: number;
	dayCount: number;
}

interface CentreDays {
	/** Days that are out of the ordinary for the whole centre. */
	calendar: SpecialCalendar;
	/** Days that are so for some queue only: of these the total's series knows nothing. */
	ownDays: ReadonlySet<number>;
	horizonDays: number;
	models?: readonly ForecastModel[];
}

/**
 * Brings forecasts of a centre to agreement, in place. Each day of each queue has two forecasts, the sum of its
 * intervals' and the daily series' own, combined by their errors' covariance (see paired-share); then the queues and a forecast of
 * their total are reconciled (see reconcile-day). A day's change is passed on to its intervals in proportion, bands
 * with them, which is what MinT gives for errors of a shared day level and counting noise.
 */
export function reconcileQueues(
	runs: readonly QueueForecast[],
	{ calendar, ownDays, horizonDays, models }: CentreDays
): void {
	const parts = runs.flatMap((run): Part[] => (run.days && run.forecast.backtest ? [partOf(run)] : []));
	const longest = Math.max(0, ...parts.map(({ dayCount }) => dayCount));
	const members = parts.filter(({ dayCount }) => dayCount >= Math.max(LEAST_DAYS, LEAST_SHARE * longest));
	const total =
		members.length > 1
			? learnDays(
					totalHistory(
						members.map(({ run }) => ({
							daily: run.days!.daily,
							isOpenWeekday: (weekday) => run.days!.learned.prepared.training.openWeekdays[weekday]!
						}))
					),
					calendar,
					horizonDays,
					models
				)
			: null;
	const ofTotal = total && varianceOf(total.learned.bands, total.growth);

	for (const day of new Set(parts.flatMap(({ byDay }) => [...byDay.keys()]))) {
		const estimates = new Map(parts.map((part) => [part, estimateOf(part, day)]));
		const whole = members.filter((part) => estimates.get(part));
		const asUsual = members.every(
			(part) => estimates.get(part) || !part.run.days!.learned.prepared.training.openWeekdays[weekdayOf(day)]
		);
		let values = new Map(whole.map((part) => [part, estimates.get(part)!.value]));
		if (total?.learned.test.cells.length && asUsual && !ownDays.has(day) && total.isOpen(day)) {
			const ahead = day - members[0]!.lastDay;
			const { offered } = total.at(day);
			const agreed = reconcileDay(
				whole.map((part) => estimates.get(part)!),
				{ value: offered, variance: ofTotal!(offered, ahead) }
			);
			values = new Map(whole.map((part, k) => [part, agreed[k]!]));
		}
		for (const part of parts) {
			const value = values.get(part) ?? estimates.get(part)?.value;
			if (value !== undefined) bringTo(part.byDay.get(day)!, value);
		}
	}
}

function partOf(run: QueueForecast): Part {
	const { daily, learned } = run.days!;
	const byDay = Map.groupBy(run.forecast.intervals, ({ day }) => day);
	const lastDay = daily.firstDay + daily.dayCount - 1;
	// The rest of a day that is not over is no day's total.
	byDay.delete(lastDay);
	return {
		run,
		byDay,
		lastDay,
		ofIntervals: intervalsDayVariance(run.learned),
		share: pairedShare(run.learned, learned),
		dayCount: daily.known.reduce((sum, k) => sum + k, 0)
	};
}

/** The two forecasts of a queue's day as one; null when it is not forecast. */
function estimateOf({ run, byDay, lastDay, ofIntervals, share }: Part, day: number): Estimate | null {
	const intervals = byDay.get(day);
	if (!intervals) return null;
	const sum = intervals.reduce((s, { offered }) => s + offered, 0);
	const days = run.days!;
	const asksDays = sum > 0 && days.isOpen(day) && days.learned.test.cells.length > 0;
	const value = asksDays ? share * sum + (1 - share) * days.at(day).offered : sum;
	return { value, variance: ofIntervals(value, day - lastDay) };
}

function bringTo(intervals: readonly ForecastInterval[], total: number): void {
	const sum = intervals.reduce((s, { offered }) => s + offered, 0);
	if (!(sum > 0)) return;
	const factor = total / sum;
	for (const slot of intervals) {
		slot.offered *= factor;
		slot.p10 *= factor;
		slot.p90 *= factor;
	}
}
