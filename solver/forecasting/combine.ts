import type { BacktestCell } from './backtest.ts';

/** Rounds of the selection; a weight is a whole number of these. */
const ROUNDS = 20;
/** Weights are drawn this much of the way towards those in proportion to 1 / error⁶. */
const PRIOR_SHARE = 0.3;
const PRIOR_POWER = 6;

/**
 * Weights of the models, summing to 1, by what the back-test shows: greedy forward selection with replacement
 * on the absolute error of the combined forecast (Caruana et al. 2004), drawn a third of the way towards weights
 * by a power of the inverse error, which tempers a selection made on few days (Bates and Granger 1969).
 *
 * @param cells without any, every model weighs the same
 * Cost: rounds × models × cells.
 */
export function combineByBacktest(cells: readonly BacktestCell[], models: number): number[] {
	if (cells.length === 0) return Array.from({ length: models }, () => 1 / models);
	const errors = Array.from({ length: models }, (_, m) =>
		cells.reduce((sum, cell) => sum + Math.abs(cell.forecasts[m]! - cell.actual), 0)
	);
	const least = Math.min(...errors);
	const prior = errors.map((e) => (e > 0 ? (least / e) ** PRIOR_POWER : 1));
	const priorSum = prior.reduce((a, b) => a + b, 0);

	const chosen = new Float64Array(models);
	const sums = new Float64Array(cells.length);
	for (let round = 1; round <= ROUNDS; round++) {
		let [best, bestError] = [0, Infinity];
		for (let m = 0; m < models; m++) {
			let error = 0;
			for (let k = 0; k < cells.length; k++)
				error += Math.abs((sums[k]! + cells[k]!.forecasts[m]!) / round - cells[k]!.actual);
			if (error < bestError - 1e-9) [best, bestError] = [m, error];
		}
		chosen[best]!++;
		for (let k = 0; k < cells.length; k++) sums[k]! += cells[k]!.forecasts[best]!;
	}
	return prior.map(
		(weight, m) => (PRIOR_SHARE * weight) / priorSum + ((1 - PRIOR_SHARE) * chosen[m]!) / ROUNDS
	);
}
