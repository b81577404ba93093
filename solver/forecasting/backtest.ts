import { intervalsPerDay, truncateHistory, type CallHistory } from './call-history.ts';
import type { FittedModel, ForecastModel } from './models/forecast-model.ts';
import { prepare } from './prepare.ts';

/** Forecasts of one slot by every model, beside what came. */
export interface BacktestCell {
	origin: number;
	/** Days ahead of the origin's last day, from 1. */
	daysAhead: number;
	day: number;
	interval: number;
	actual: number;
	/** By model, in the order given. */
	forecasts: number[];
}

export interface Backtest {
	origins: number[];
	cells: BacktestCell[];
	/** By model: where the last origin's search ended. */
	warmStarts: unknown[];
}

export interface BacktestPlan {
	/** Days from one origin to the next. */
	stepDays: number;
	origins: number;
	horizonDays: number;
	/** The first origin keeps at least this many days. */
	leastDays: number;
}

/**
 * Rolling-origin back-test (Tashman 2000): each model is fitted on the history as it stood at each origin,
 * oldest first, and forecasts the days after it. A model that the history is too short for at the first origin
 * is an error of the caller. Nothing after an origin is seen by its fit: openings, profile and search all begin
 * from the truncated history.
 *
 * Cost: origins × the cost of the models' fits.
 */
export function backtest(
	history: CallHistory,
	models: readonly ForecastModel[],
	plan: BacktestPlan,
	closedDays: ReadonlySet<number>
): Backtest {
	const width = intervalsPerDay(history.intervalSeconds);
	const ends: number[] = [];
	for (let k = plan.origins - 1; k >= 0; k--) {
		// The nearest origin leaves a week or the whole horizon, whichever is shorter, to be measured.
		const end = history.dayCount - Math.min(plan.horizonDays, plan.stepDays) - k * plan.stepDays;
		if (end >= plan.leastDays) ends.push(end);
	}
	const warmStarts: unknown[] = models.map(() => undefined);
	const cells: BacktestCell[] = [];
	for (const end of ends) {
		const { training, profile } = prepare(truncateHistory(history, end), closedDays);
		if (training.columns.length === 0) continue;
		const fitted: FittedModel[] = models.map((model, m) => {
			const fit = model.fit(training, profile, warmStarts[m]);
			warmStarts[m] = fit.warmStart;
			return fit;
		});
		for (let d = end; d < Math.min(history.dayCount, end + plan.horizonDays); d++) {
			if (!history.known.subarray(d * width, (d + 1) * width).includes(1)) continue;
			const rows = fitted.map((fit) => fit.predict(history.firstDay + d));
			training.columns.forEach((interval, c) => {
				const at = d * width + interval;
				if (!history.known[at]) return;
				cells.push({
					origin: end,
					daysAhead: d - end + 1,
					day: history.firstDay + d,
					interval,
					actual: history.offered[at]!,
					forecasts: rows.map((row) => row[c]!)
				});
			});
		}
	}
	return { origins: ends, cells, warmStarts };
}
