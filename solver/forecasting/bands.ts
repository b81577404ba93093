import { quantile } from './quantile.ts';

/** Error of one back-tested interval. */
export interface BandSample {
	day: number;
	forecast: number;
	actual: number;
}

/** Variance of an interval's error: `counting` × mean + (`relative` × mean)², and the quantiles of the errors so scaled. */
export interface BandModel {
	counting: number;
	relative: number;
	lower: number;
	upper: number;
	/** Relative variance that each day adds beyond the two weeks of the back-test. */
	growth: number;
}

/** 90th percentile of the standard normal. */
const NORMAL_90 = 1.2815515655446004;
/** Used where no back-test could be made: Poisson counts, and a level unsure by 15 %. */
export const DEFAULT_BAND: BandModel = {
	counting: 1,
	relative: 0.15,
	lower: -NORMAL_90,
	upper: NORMAL_90,
	growth: 0.15 ** 2 / 56
};
/** Days of back-test that weigh as much as the normal quantiles. */
const PRIOR_DAYS = 8;
const RELATIVE_GRID = [0, 0.01, 0.015, 0.02, 0.03, 0.04, 0.05, 0.065, 0.08, 0.1, 0.13, 0.17, 0.22, 0.3, 0.4];
/** The back-test reaches two weeks; beyond, where nothing was measured, the variance of the level grows by this share of itself a day. */
export const TESTED_DAYS = 14;
const GROWTH_PER_DAY = 1 / 56;

/** A level's spread seen on so many days is unsure itself: its variance is widened by this over their number. */
const FEW_DAYS = 1;

/** Idle hours, right by being zero, would pull the band shut. */
const LEAST_FORECAST = 0.05;

export const sdOf = (
	{ counting, relative }: Pick<BandModel, 'counting' | 'relative'>,
	mean: number
): number => Math.sqrt(counting * Math.max(mean, 0.05) + (relative * mean) ** 2);

/**
 * Learns the band's width from back-test errors. The two parts of the variance are those of greatest normal
 * likelihood (errors clipped at three standard deviations); the ends are then the 10th and 90th percentiles of
 * the scaled errors (split-conformal calibration; Lei et al. 2018), drawn towards the normal ones while days
 * are few, since intervals of one day err together.
 */
export function fitBands(all: readonly BandSample[]): BandModel {
	const samples = all.filter(({ forecast }) => forecast >= LEAST_FORECAST);
	if (samples.length === 0) return DEFAULT_BAND;
	let best = DEFAULT_BAND;
	let bestLoss = Infinity;
	for (const relative of RELATIVE_GRID)
		for (const counting of [0.7, 1, 1.3, 1.7, 2.2, 3, 4, 6, 9]) {
			let loss = 0;
			for (const { forecast, actual } of samples) {
				const sd = sdOf({ counting, relative }, forecast);
				loss += Math.log(sd) + 0.5 * Math.min(9, ((actual - forecast) / sd) ** 2);
			}
			if (loss < bestLoss) [best, bestLoss] = [{ ...DEFAULT_BAND, counting, relative }, loss];
		}
	const scaled = samples.map(({ forecast, actual }) => (actual - forecast) / sdOf(best, forecast));
	const days = new Set(samples.map((s) => s.day)).size;
	const towards = (probability: number, normal: number) =>
		(days * quantile(scaled, probability)! + PRIOR_DAYS * normal) / (days + PRIOR_DAYS);
	const relative = best.relative * Math.sqrt(1 + FEW_DAYS / days);
	return {
		...best,
		relative,
		growth: relative ** 2 * GROWTH_PER_DAY,
		lower: towards(0.1, -NORMAL_90),
		upper: towards(0.9, NORMAL_90)
	};
}

/**
 * 80 % band around a mean, `daysAhead` days after the history; never below 0, never without the mean.
 *
 * @param extraSd relative standard deviation on top, of a day out of the ordinary
 */
export function bandAround(
	model: BandModel,
	mean: number,
	daysAhead: number,
	extraSd = 0
): { p10: number; p90: number } {
	const far = Math.sqrt(Math.max(0, daysAhead - TESTED_DAYS) * model.growth);
	const sd = sdOf({ counting: model.counting, relative: Math.hypot(model.relative, far, extraSd) }, mean);
	return {
		p10: Math.max(0, Math.min(mean, mean + model.lower * sd)),
		p90: Math.max(mean, mean + model.upper * sd)
	};
}
