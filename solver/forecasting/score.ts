import { bandAround, fitBands } from './bands.ts';
import { blend } from './blend.ts';
import { intervalsPerDay, type CallHistory } from './call-history.ts';
import { combineByBacktest } from './combine.ts';
import type { Learned } from './learn.ts';
import { isFair } from './learnable.ts';
import { bias } from './metrics/bias.ts';
import { coverage } from './metrics/coverage.ts';
import { mase } from './metrics/mase.ts';
import { noiseFloor } from './metrics/noise-floor.ts';
import { wape } from './metrics/wape.ts';

/** Accuracy of a forecast against what came; fractions, null where undefined. */
export interface ForecastScore {
	wape: number | null;
	bias: number | null;
	mase: number | null;
	/** Share of actual values inside the p10–p90 band. */
	coverage80: number | null;
	/** The WAPE a perfect forecast would still have, from Poisson counting alone. */
	noiseFloor: number | null;
	baseline: { seasonalNaive: { wape: number | null } };
}

export interface ScoredCell {
	offered: number;
	p10: number;
	p90: number;
	seasonalNaive: number;
	actual: number;
}

/** METRICS.md's planning figures, over intervals that were measured. */
export function scoreForecast(cells: readonly ScoredCell[], history: CallHistory): ForecastScore {
	const pairs = cells.map(({ offered, actual }) => ({ forecast: offered, actual }));
	return {
		wape: wape(pairs),
		bias: bias(pairs),
		mase: mase(pairs, history),
		coverage80: coverage(cells),
		noiseFloor: noiseFloor(cells.map((c) => c.offered)),
		baseline: {
			seasonalNaive: {
				wape: wape(cells.map(({ seasonalNaive, actual }) => ({ forecast: seasonalNaive, actual })))
			}
		}
	};
}

/**
 * Score of the combination on its own back-test, without look-ahead: each origin is combined and banded by what
 * the days before it had shown. Cells that were spoilt, or behind a lasting step that no forecast could have known,
 * are not scored (see learnable). Null when no origin has an earlier one.
 */
export function scoreBacktest(
	{ test: { origins, cells }, hindsight, members, special }: Learned,
	history: CallHistory
): ForecastScore | null {
	const scored: ScoredCell[] = [];
	for (const { end, hindsight: then } of origins) {
		const known = cells.filter(
			(c) =>
				c.at < end * intervalsPerDay(history.intervalSeconds) &&
				c.origin < end &&
				!c.isSpecial &&
				isFair(c, then)
		);
		if (known.length === 0) continue;
		const weights = combineByBacktest(known, members.length);
		const bands = fitBands(
			known.map((c) => ({ day: c.day, forecast: blend(c.forecasts, weights), actual: c.actual }))
		);
		for (const cell of cells) {
			if (cell.origin !== end || !isFair(cell, hindsight)) continue;
			const offered = blend(cell.forecasts, weights);
			scored.push({
				offered,
				...bandAround(
					bands,
					offered,
					cell.daysAhead,
					cell.isSpecial ? special.effectOf(cell.day)?.relativeSd : 0
				),
				seasonalNaive: cell.forecasts[members.length]!,
				actual: cell.actual
			});
		}
	}
	return scored.length > 0 ? scoreForecast(scored, history) : null;
}
