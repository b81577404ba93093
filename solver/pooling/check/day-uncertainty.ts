/** How sure the forecast of one queue is: variances of the factors (mean 1) that make its counts vary beyond Poisson. */
export interface DayUncertainty {
	/** Of the factor that all intervals of a day share, by place in `days`. */
	dayVariance: Float64Array;
	/** Of each interval's own factor. */
	intervalVariance: Float64Array;
}

/** p90 − p10 of a normal distribution, in standard deviations. */
const BAND_WIDTH = 2 * 1.2815515655446004;

/**
 * Splits the band of each interval's count into three: Poisson counting, a level that the whole day shares, and what
 * is the interval's own.
 *
 * With λ expected and a factor of variance v the count has variance λ + λ²v (mixed Poisson), and the band says that it
 * is ((p90 − p10) / 2.563)². So v = e = variance / λ² − 1/λ. Within a day, e = σ² + κ/λ: counting noise beyond Poisson
 * falls with the volume, an error of the day's level does not. σ² and κ are fitted by least squares with weights λ²; σ²
 * is the day's, the rest of e the interval's. Where volumes do not differ the two cannot be told apart and all is the
 * day's. A band narrower than Poisson's gives 0. The two-level model is that of Avramidis, Deslauriers & L'Ecuyer 2004
 * ("Modeling daily arrivals to a telephone call center", Management Science 50) with the band as its data.
 * Valid where the band is near normal in width: from about five contacts an interval; smaller ones weigh little.
 *
 * @param dayIndex place in `days` of each interval
 */
export function dayUncertainty(
	queue: { volumes: ArrayLike<number>; p10: ArrayLike<number>; p90: ArrayLike<number> },
	dayIndex: Int32Array,
	days: number
): DayUncertainty {
	const { volumes, p10, p90 } = queue;
	const excess = Float64Array.from(dayIndex, (_, i) => {
		const mean = volumes[i]!;
		if (!(mean > 0)) return 0;
		// A band cut off at 0 shows its width on the upper side only.
		const width = p10[i]! > 0 ? p90[i]! - p10[i]! : 2 * Math.max(0, p90[i]! - mean);
		return (width / BAND_WIDTH / mean) ** 2 - 1 / mean;
	});
	// Sums of w, w/λ, w/λ², w·e, w·e/λ with w = λ².
	const sums = Array.from({ length: days }, () => ({ w: 0, x: 0, xx: 0, e: 0, ex: 0 }));
	dayIndex.forEach((day, i) => {
		const mean = volumes[i]!;
		if (!(mean > 0)) return;
		const sum = sums[day]!;
		sum.w += mean * mean;
		sum.x += mean;
		sum.xx += 1;
		sum.e += mean * mean * excess[i]!;
		sum.ex += mean * excess[i]!;
	});
	const dayVariance = Float64Array.from(sums, ({ w, x, xx, e, ex }) => {
		if (w === 0) return 0;
		const spread = w * xx - x * x;
		const intercept = spread > 0.02 * w * xx ? (e * xx - ex * x) / spread : e / w;
		return Math.max(0, Math.min(intercept, Math.max(0, (2 * e) / w)));
	});
	const intervalVariance = Float64Array.from(dayIndex, (day, i) => {
		const shared = dayVariance[day]!;
		return Math.max(0, excess[i]! - shared) / (1 + shared);
	});
	return { dayVariance, intervalVariance };
}
