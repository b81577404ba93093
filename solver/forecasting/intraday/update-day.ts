import { assertDay } from './assert-day.ts';
import { followDay } from './follow-day.ts';
import type { DayUpdateInput } from './day-update-input.ts';
import { gammaQuantile } from './gamma-quantile.ts';
import { splitBand } from './split-band.ts';

export interface Estimate {
	offered: number;
	p10: number;
	p90: number;
}

export interface DayUpdate {
	/** The day's level (contacts / forecast) as believed for the next interval. */
	level: { mean: number; p10: number; p90: number };
	/** All intervals of the day: measured ones as they were, the others re-forecast. */
	intervals: Estimate[];
	/** Contacts still to come, and of the whole day, with the band of the sum. */
	rest: Estimate;
	day: Estimate;
}

const NORMAL_90 = 1.2815515655446004;
/** Intervals that the forecast's own width weighs as much as when the day's scatter is judged. */
const WIDTH_PRIOR_INTERVALS = 4;

/**
 * Re-forecasts the rest of a day from what has come so far.
 *
 * The day's contacts are Poisson around level × forecast. The level is gamma with mean 1 and the variance that the
 * forecast's bands leave beyond counting noise (see splitBand); each finished interval updates it (see observe) and
 * it drifts back to 1 as the day goes on (see drift). An interval ahead has the level expected there; its band is
 * the forecast's own, its level part narrowed to what is still unknown of the level, and all of it scaled by how
 * widely this day's finished intervals have scattered around their one-step forecasts (an inverse-gamma mean of
 * the squared deviations with a prior of four intervals).
 *
 * Holds: nothing finished gives the forecast back; every interval measured as expected gives a level of 1;
 * measurements narrow the level; a level never falls when a measured interval rises, all else equal up to outliers.
 *
 * @throws RangeError on lengths that differ, values that are no finite numbers ≥ 0, or a p10 above its p90
 * @example updateDay({ expected: [100, 100], p10: [80, 80], p90: [120, 120], actual: [120], elapsed: 1 }).level.mean // above 1
 * Cost: O(intervals).
 */
export function updateDay(input: DayUpdateInput): DayUpdate {
	assertDay(input);
	const { expected, p10, p90, actual, elapsed, width = 1 } = input;
	const parts = splitBand(expected, p10, p90);
	const { levelVariance, noise, ofLevel } = parts;
	const { levels, deviations } = followDay(parts, expected, actual, elapsed);
	const level = levels[elapsed]!;
	const scatter = deviations.reduce((sum, deviation) => sum + deviation ** 2, 0);
	const spread = (WIDTH_PRIOR_INTERVALS * width ** 2 + scatter) / (WIDTH_PRIOR_INTERVALS + deviations.length);

	const intervals: Estimate[] = [];
	const rest = { offered: 0, own: 0, shared: 0 };
	const open = { offered: 0, own: 0, shared: 0 };
	for (let i = 0; i < expected.length; i++) {
		const count = i < elapsed ? (actual[i] ?? null) : null;
		if (count !== null) {
			intervals.push({ offered: count, p10: count, p90: count });
			open.offered += count;
			continue;
		}
		const { mean, exposure } = levels[i]!;
		const own = noise[i]! * mean * spread;
		const shared = (ofLevel[i]! * mean * spread) / (exposure * levelVariance);
		const forecastVariance = noise[i]! + ofLevel[i]!;
		const scale = forecastVariance > 0 ? Math.sqrt((own + shared) / forecastVariance) : 1;
		const offered = mean * expected[i]!;
		intervals.push({
			offered,
			p10: Math.max(0, offered - scale * Math.max(0, expected[i]! - p10[i]!)),
			p90: offered + scale * Math.max(0, p90[i]! - expected[i]!)
		});
		for (const sum of i < elapsed ? [open] : [open, rest]) {
			sum.offered += offered;
			sum.own += own;
			sum.shared += Math.sqrt(shared);
		}
	}
	const shape = level.mean * level.exposure;
	return {
		level: {
			mean: level.mean,
			p10: gammaQuantile(level.mean, shape, -NORMAL_90),
			p90: gammaQuantile(level.mean, shape, NORMAL_90)
		},
		intervals,
		rest: bandOf(rest),
		day: bandOf(open)
	};
}

/** Intervals err on their own, and together with the level: the one part adds up as variances, the other as deviations. */
function bandOf({ offered, own, shared }: { offered: number; own: number; shared: number }): Estimate {
	const half = NORMAL_90 * Math.sqrt(own + shared ** 2);
	return { offered, p10: Math.max(0, offered - half), p90: offered + half };
}
