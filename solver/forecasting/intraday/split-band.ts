/** 90th percentile of the standard normal: half the width of an 80 % band in standard deviations. */
const NORMAL_90 = 1.2815515655446004;
/** Share of the error beyond Poisson that the day's own level carries; the rest is each interval's own. */
const LEVEL_SHARE = 0.5;
/** No forecast knows a day's level better than to one percent. */
const LEAST_LEVEL_VARIANCE = 1e-4;
/** The level never explains more than this share of an interval's variance. */
const MOST_LEVEL = 0.9;

export interface BandParts {
	/** Prior variance of the day's level, relative to a level of 1. */
	levelVariance: number;
	/** Variance of an interval beyond Poisson and level, relative to the square of its mean. */
	ownVariance: number;
	/** Variance of each interval that no level explains: its counting noise and its own error. */
	noise: Float64Array;
	/** Variance of each interval that the level explains. */
	ofLevel: Float64Array;
}

/**
 * Takes a forecast's 80 % bands apart into what moves a whole day and what moves one interval. With s² the
 * band's variance ((p90 − p10) / 2.563)², Poisson counting accounts for the mean f; what is left, pooled over the
 * day, is a relative variance T = Σ(s² − f) / Σf². Half of T is the day's level (the other half is the profile's
 * error and passing disturbances, which say nothing about the afternoon). The half is chosen by evidence: of the
 * shares from 0.15 to 0.9, those from 0.5 to 0.6 were within 1 % of the best error on a bank's days and on
 * generated days with a level of their own, local disturbances, and both.
 *
 * Domain: means ≥ 0, p10 ≤ p90. Cost: O(intervals).
 */
export function splitBand(
	expected: ArrayLike<number>,
	p10: ArrayLike<number>,
	p90: ArrayLike<number>
): BandParts {
	const count = expected.length;
	const total = Float64Array.from({ length: count }, (_, i) => ((p90[i]! - p10[i]!) / (2 * NORMAL_90)) ** 2);
	let [excess, squares] = [0, 0];
	for (let i = 0; i < count; i++) {
		excess += total[i]! - expected[i]!;
		squares += expected[i]! ** 2;
	}
	const relative = squares > 0 ? Math.max(0, excess / squares) : 0;
	const levelVariance = Math.max(LEAST_LEVEL_VARIANCE, LEVEL_SHARE * relative);
	const ofLevel = total.map((variance, i) =>
		Math.min(levelVariance * expected[i]! ** 2, MOST_LEVEL * variance)
	);
	return {
		levelVariance,
		ownVariance: Math.max(0, relative - levelVariance),
		ofLevel,
		noise: total.map((variance, i) => variance - ofLevel[i]!)
	};
}
