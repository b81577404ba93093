import { intervalsPerDay, truncateHistory, type CallHistory } from './call-history.ts';
import { hindsightOf, type Hindsight } from './learnable.ts';
import { SEASONAL_NAIVE } from './models/index.ts';
import type { FittedModel, ForecastModel } from './models/forecast-model.ts';
import { prepare } from './prepare.ts';
import { learnSpecialDays } from './special/learn-special-days.ts';
import type { SpecialCalendar } from './special/special-calendar.ts';
import { usualTotal } from './special/usual-total.ts';

/** Forecasts of one slot by every model, beside what came. */
export interface BacktestCell {
	origin: number;
	/** Days ahead of the origin's last day, from 1. */
	daysAhead: number;
	day: number;
	interval: number;
	/** Row of the history × intervals a day + interval. */
	at: number;
	isSpecial: boolean;
	actual: number;
	/** By model, in the order given. */
	forecasts: number[];
}

export interface Backtest {
	/** Days of history known at each origin, and what they showed of themselves. */
	origins: { end: number; hindsight: Hindsight }[];
	cells: BacktestCell[];
	/** By model: where the last origin's search ended. */
	warmStarts: unknown[];
}

export interface BacktestPlan {
	/** Days of history at each origin, ascending. */
	ends: readonly number[];
	horizonDays: number;
	/** The history as it stood after so many days; by default the whole one's beginning. */
	historyAt?(end: number): CallHistory;
}

/**
 * Rolling-origin back-test (Tashman 2000): each model is fitted on the history as it stood at each origin,
 * oldest first, and forecasts the days after it. A model that the history is too short for at the first origin
 * is an error of the caller. Nothing after an origin is seen by its fit: openings, repairs, steps, special days,
 * profile and search all begin from the truncated history.
 *
 * Cost: origins × the cost of the models' fits.
 */
export function backtest(
	history: CallHistory,
	models: readonly ForecastModel[],
	plan: BacktestPlan,
	calendar: SpecialCalendar
): Backtest {
	const width = intervalsPerDay(history.intervalSeconds);
	const warmStarts: unknown[] = models.map(() => undefined);
	const origins: Backtest['origins'] = [];
	const cells: BacktestCell[] = [];
	for (const end of plan.ends) {
		const before = plan.historyAt?.(end) ?? truncateHistory(history, end);
		const prepared = prepare(before, calendar);
		const { training, profile, asRecorded } = prepared;
		origins.push({ end, hindsight: hindsightOf(prepared, before) });
		if (training.columns.length === 0) continue;
		const fitted: FittedModel[] = models.map((model, m) => {
			const from = model === SEASONAL_NAIVE ? asRecorded : prepared;
			const fit = model.fit(from.training, from.profile, warmStarts[m]);
			warmStarts[m] = fit.warmStart;
			return fit;
		});
		const special = learnSpecialDays(
			before,
			training,
			profile,
			calendar,
			usualTotal(fitted, training, profile)
		);
		for (let d = end; d < Math.min(history.dayCount, end + plan.horizonDays); d++) {
			if (!history.known.subarray(d * width, (d + 1) * width).includes(1)) continue;
			const day = history.firstDay + d;
			if (calendar.closed.has(day)) continue;
			const rows = fitted.map((fit, m) =>
				models[m] === SEASONAL_NAIVE ? fit.predict(day) : special.apply(day, fit.predict(day))
			);
			training.columns.forEach((interval, c) => {
				const at = d * width + interval;
				if (!history.known[at]) return;
				cells.push({
					origin: end,
					daysAhead: d - end + 1,
					day,
					interval,
					at,
					isSpecial: calendar.open.has(day),
					actual: history.offered[at]!,
					forecasts: rows.map((row) => row[c]!)
				});
			});
		}
	}
	return { origins, cells, warmStarts };
}
