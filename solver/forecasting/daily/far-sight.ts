import type { BacktestCell } from '../backtest.ts';
import { sdOf, TESTED_DAYS, type BandModel } from '../bands.ts';
import { blend } from '../blend.ts';
import { combineByBacktest } from '../combine.ts';

/** How the models of a series are weighed by how far ahead they look, and how fast its band widens. */
export interface FarSight {
	weightsAt(daysAhead: number): number[];
	/** Relative variance that each day adds beyond the first two weeks. */
	growth: number;
}

/** Leads that share a weighing, and the lead at which each holds by itself; between, the weights glide. */
const STRETCHES = [
	{ from: TESTED_DAYS + 1, to: 70, at: 42 },
	{ from: 71, to: Infinity, at: 140 }
];
/** Errors of so many days of one look ahead are about one error. */
const ALIKE_DAYS = 21;
const GROWTH_GRID = [0, 1e-5, 2e-5, 4e-5, 7e-5, 1.2e-4, 2e-4, 3.5e-4, 6e-4, 1e-3, 1.8e-3];
/** Spread, in logs, of what is believed of the growth before the back-test speaks. */
const GROWTH_PRIOR_SD = 1.2;

/**
 * Learns from a back-test that looks far ahead of a daily series.
 *
 * @param cells of a back-test, fair ones only; without any beyond two weeks the near weights hold throughout
 */
export function fitFarSight(
	cells: readonly BacktestCell[],
	near: readonly number[],
	bands: BandModel
): FarSight {
	const stretches = [{ at: TESTED_DAYS, weights: [...near] }];
	for (const { from, to, at } of STRETCHES) {
		const own = cells.filter(({ daysAhead }) => daysAhead >= from && daysAhead <= to);
		stretches.push({
			at,
			weights: own.length > 0 ? combineByBacktest(own, near.length, ALIKE_DAYS) : stretches.at(-1)!.weights
		});
	}
	const weightsAt = (daysAhead: number): number[] => {
		const next = stretches.findIndex(({ at }) => daysAhead <= at);
		if (next === 0) return stretches[0]!.weights;
		if (next < 0) return stretches.at(-1)!.weights;
		const [before, after] = [stretches[next - 1]!, stretches[next]!];
		const share = Math.log(daysAhead / before.at) / Math.log(after.at / before.at);
		return before.weights.map((weight, m) => (1 - share) * weight + share * after.weights[m]!);
	};
	return { weightsAt, growth: fitGrowth(cells, weightsAt, bands) };
}

function fitGrowth(
	cells: readonly BacktestCell[],
	weightsAt: (daysAhead: number) => number[],
	bands: BandModel
): number {
	const errors = cells
		.filter(({ daysAhead }) => daysAhead > TESTED_DAYS)
		.map(({ actual, forecasts, daysAhead }) => {
			const forecast = blend(forecasts, weightsAt(daysAhead));
			return { error: actual - forecast, forecast, beyond: daysAhead - TESTED_DAYS };
		});
	if (errors.length === 0) return bands.growth;
	let [best, bestLoss] = [bands.growth, Infinity];
	for (const growth of [bands.growth, ...GROWTH_GRID]) {
		let loss = 0;
		for (const { error, forecast, beyond } of errors) {
			const relative = Math.hypot(bands.relative, Math.sqrt(growth * beyond));
			const sd = sdOf({ counting: bands.counting, relative }, forecast);
			loss += Math.log(sd) + 3 * Math.log(1 + (error / sd) ** 2 / 5);
		}
		const surprise = Math.log((growth + 1e-6) / (bands.growth + 1e-6)) / GROWTH_PRIOR_SD;
		loss = loss / ALIKE_DAYS + 0.5 * surprise ** 2;
		if (loss < bestLoss) [best, bestLoss] = [growth, loss];
	}
	return best;
}
