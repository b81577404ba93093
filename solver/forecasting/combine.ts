import type { BacktestCell } from './backtest.ts';

/** Rounds of the selection; a weight is a whole number of these. */
const ROUNDS = 20;
/** Weights by inverse error count as much as this many back-tested days. */
const PRIOR_DAYS = 24;
const PRIOR_POWER = 10;
/** Errors are compared on sums of about this many calls: on counts of 0 and 1, forecasting zero looks best. */
const BLOCK_CALLS = 20;

/**
 * Weights of the models, summing to 1, by what the back-test shows: greedy forward selection with replacement
 * on the absolute error of the combined forecast (Caruana et al. 2004), drawn towards weights by a power of the
 * inverse error, which tempers a selection made on few days (Bates and Granger 1969). A quiet queue's intervals
 * are summed to blocks first.
 *
 * @param cells in order of origin, day and interval; without any, every model weighs the same
 * @param alike days whose errors are alike, as those of one far look ahead are: they count as one
 * Cost: rounds × models × cells.
 */
export function combineByBacktest(cells: readonly BacktestCell[], models: number, alike = 1): number[] {
	if (cells.length === 0) return Array.from({ length: models }, () => 1 / models);
	const { actuals, forecasts } = toBlocks(cells, models);
	const errorOf = (forecast: (k: number) => number) =>
		actuals.reduce((sum, actual, k) => sum + Math.abs(forecast(k) - actual), 0);
	const errors = forecasts.map((own) => errorOf((k) => own[k]!));
	const least = Math.min(...errors);
	const prior = errors.map((e) => (e > 0 ? (least / e) ** PRIOR_POWER : 1));
	const priorSum = prior.reduce((a, b) => a + b, 0);

	const chosen = new Float64Array(models);
	const sums = new Float64Array(actuals.length);
	for (let round = 1; round <= ROUNDS; round++) {
		let [best, bestError] = [0, Infinity];
		forecasts.forEach((own, m) => {
			const error = errorOf((k) => (sums[k]! + own[k]!) / round);
			if (error < bestError - 1e-9) [best, bestError] = [m, error];
		});
		chosen[best]!++;
		forecasts[best]!.forEach((value, k) => (sums[k]! += value));
	}
	const days = new Set(cells.map((cell) => cell.day)).size / alike;
	const share = PRIOR_DAYS / (PRIOR_DAYS + days);
	return prior.map((weight, m) => (share * weight) / priorSum + ((1 - share) * chosen[m]!) / ROUNDS);
}

/** Sums neighbouring intervals of a day until an average block holds enough calls. */
function toBlocks(cells: readonly BacktestCell[], models: number) {
	const calls = cells.reduce((sum, cell) => sum + cell.actual, 0);
	const size = calls > 0 ? Math.ceil((BLOCK_CALLS * cells.length) / calls) : 1;
	const actuals: number[] = [];
	const forecasts = Array.from({ length: models }, (): number[] => []);
	let filled = 0;
	cells.forEach((cell, k) => {
		const before = cells[k - 1];
		if (filled === 0 || filled >= size || cell.day !== before?.day || cell.origin !== before.origin) {
			actuals.push(0);
			for (const own of forecasts) own.push(0);
			filled = 0;
		}
		filled++;
		actuals[actuals.length - 1]! += cell.actual;
		forecasts.forEach((own, m) => (own[own.length - 1]! += cell.forecasts[m]!));
	});
	return { actuals, forecasts };
}
