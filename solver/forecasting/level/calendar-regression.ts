import {
	fitShrunkRegression,
	type Hyperparameters,
	type RegressionFit
} from '../regression/shrunk-regression.ts';
import { createDayDesign } from './day-design.ts';
import type { LevelModel } from './level-model.ts';
import { createWorkingDays } from './working-days.ts';

/** Reweighting passes: linearisation around the last fit, and Student-t weights against strange days. */
const PASSES = 3;
const T_DEGREES = 5;
/** Above this many calls the log of the ratio is used as it is; below, its first-order form, which zeros do not break. */
const LOG_FROM_CALLS = 50;

/**
 * Regression of the log of daily calls on the calendar (see day-design), a penalised Poisson-like model fitted by
 * iterated weighted least squares (McCullagh and Nelder 1989 §2.5): a day weighs by its over-dispersion and
 * counting noise, so that five calls and fifty thousand are both handled, and zeros are no special case. Days
 * that fit badly are weighted down as under a Student t with 5 degrees of freedom (Lange, Little and Taylor 1989).
 */
export const calendarRegression: LevelModel = {
	name: 'calendar regression',
	leastDays: 10,
	fit(training, totals, warmStart) {
		const { firstDay, dayCount, coverage } = training;
		const design = createDayDesign(firstDay, firstDay + dayCount - 1, createWorkingDays(training));
		const p = design.width;
		const rows = new Float64Array(dayCount * p);
		const observed = totals.map((total, d) => total !== null && coverage[d]! > 0);
		for (let d = 0; d < dayCount; d++) if (observed[d]) design.write(firstDay + d, rows, d * p);

		const center = Math.log(startLevel(totals));
		const expected = Float64Array.from(totals, () => Math.exp(center));
		let weights: Float64Array = new Float64Array(dayCount).fill(1);
		let robust: Float64Array = new Float64Array(dayCount).fill(1);
		let fit: RegressionFit | null = null;
		let start = comparable(warmStart, design.blocks.length);
		for (let pass = 0; pass < PASSES; pass++) {
			const response = new Float64Array(dayCount);
			const noise = fit?.noiseSd ?? 0.1;
			weights = weights.map((_, d) => {
				if (!observed[d]) return 0;
				const mean = expected[d]!;
				response[d] = workingResponse(totals[d]!, mean) - center;
				const counting = 1 / Math.max(0.5, mean * coverage[d]!);
				return (robust[d]! * noise ** 2) / (noise ** 2 + counting);
			});
			fit = fitShrunkRegression(rows, response, weights, design.blocks, start, pass < 2);
			start = fit.hyperparameters;
			const { noiseSd, coefficients } = fit;
			robust = robust.map((_, d) => {
				if (!observed[d]) return 0;
				const fitted = dot(rows, d * p, coefficients);
				expected[d] = Math.exp(Math.min(25, center + fitted));
				const variance = noiseSd ** 2 + 1 / Math.max(0.5, expected[d]! * coverage[d]!);
				return (T_DEGREES + 1) / (T_DEGREES + (response[d]! - fitted) ** 2 / variance);
			});
		}
		const row = new Float64Array(p);
		return {
			predict(day) {
				row.fill(0);
				design.write(day, row, 0);
				return Math.exp(Math.min(25, center + dot(row, 0, fit!.coefficients)));
			},
			coversHistory: true,
			warmStart: start
		};
	}
};

function workingResponse(calls: number, mean: number): number {
	return mean >= LOG_FROM_CALLS
		? Math.log(Math.max(calls, 0.02 * mean))
		: Math.log(mean) + Math.min(3, (calls - mean) / mean);
}

function startLevel(totals: readonly (number | null)[]): number {
	const seen = totals.filter((t): t is number => t !== null);
	return Math.max(0.1, seen.reduce((a, b) => a + b, 0) / Math.max(1, seen.length));
}

const comparable = (start: unknown, blocks: number): Hyperparameters | undefined =>
	(start as Hyperparameters | undefined)?.logScales.length === blocks
		? (start as Hyperparameters)
		: undefined;

function dot(rows: Float64Array, offset: number, coefficients: Float64Array): number {
	let sum = 0;
	for (let k = 0; k < coefficients.length; k++) sum += rows[offset + k]! * coefficients[k]!;
	return sum;
}
