import {
	forecast,
	intervalsPerDay,
	scoreForecast,
	truncateHistory,
	type CallHistory,
	type Forecast,
	type ForecastScore,
	type ScoredCell
} from '#solver/forecasting/index.ts';

export interface HeldOut {
	result: Forecast;
	cells: ScoredCell[];
	score: ForecastScore;
}

/**
 * Forecasts the last `days` local days of a history from what came before, and scores that on every interval of
 * them that was measured. An interval measured where the queue was thought closed counts as forecast zero.
 */
export function forecastHeldOut(history: CallHistory, days: number): HeldOut {
	const before = truncateHistory(history, history.dayCount - days);
	const width = intervalsPerDay(history.intervalSeconds);
	const firstHeld = (history.dayCount - days) * width;
	const result = forecast(before, { horizonDays: days });
	const byCell = new Map(
		result.intervals.map((slot) => [(slot.day - history.firstDay) * width + slot.interval, slot])
	);
	const cells: ScoredCell[] = [];
	for (let at = firstHeld; at < history.dayCount * width; at++) {
		if (!history.known[at]) continue;
		const slot = byCell.get(at);
		cells.push({
			offered: slot?.offered ?? 0,
			p10: slot?.p10 ?? 0,
			p90: slot?.p90 ?? 0,
			seasonalNaive: slot?.seasonalNaive ?? 0,
			actual: history.offered[at]!
		});
	}
	return { result, cells, score: scoreForecast(cells, before) };
}
