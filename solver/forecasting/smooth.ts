/** Local-linear smoothing of a curve with a Gaussian kernel; `leverage` is the diagonal of the smoother. */
export interface Smoothed {
	values: Float64Array;
	leverage: Float64Array;
}

/**
 * Local-linear regression of `values` on their `positions` with a Gaussian kernel of standard deviation
 * `bandwidth`, each point weighted by `weights` (Fan and Gijbels 1996, §3.1). Bandwidth 0 gives the values back.
 * Unlike a moving average it does not flatten the edges of the day.
 *
 * Cost: O(n × bandwidth).
 */
export function smooth(
	values: Float64Array,
	weights: Float64Array,
	positions: readonly number[],
	bandwidth: number
): Smoothed {
	const n = values.length;
	const out = Float64Array.from(values);
	const leverage = new Float64Array(n).fill(1);
	if (bandwidth <= 0) return { values: out, leverage };
	const reach = 4 * bandwidth;
	let from = 0;
	for (let i = 0; i < n; i++) {
		const at = positions[i]!;
		while (positions[from]! < at - reach) from++;
		let [s0, s1, s2, t0, t1] = [0, 0, 0, 0, 0];
		for (let j = from; j < n && positions[j]! <= at + reach; j++) {
			const u = positions[j]! - at;
			const k = weights[j]! * Math.exp(-0.5 * (u / bandwidth) ** 2);
			s0 += k;
			s1 += k * u;
			s2 += k * u * u;
			t0 += k * values[j]!;
			t1 += k * u * values[j]!;
		}
		if (s0 <= 0) continue;
		const determinant = s0 * s2 - s1 * s1;
		const linear = determinant > 1e-9 * s0 * s0;
		out[i] = linear ? (s2 * t0 - s1 * t1) / determinant : t0 / s0;
		leverage[i] = (weights[i]! * (linear ? s2 : 1)) / (linear ? determinant : s0);
	}
	return { values: out, leverage };
}

/** Bandwidths tried, in intervals. */
const BANDWIDTHS = [0, 0.5, 0.75, 1, 1.5, 2, 3, 4.5, 6, 9, 14];

/**
 * Smooths with the bandwidth that minimises Mallows' Cp, the unbiased estimate of the error against the curve
 * behind the noise: Σ residual² / variance + 2 × trace of the smoother (Mallows 1973).
 *
 * @param variances noise variance of each value, > 0; values with an infinite variance weigh nothing
 */
export function smoothByCp(
	values: Float64Array,
	variances: Float64Array,
	positions: readonly number[]
): { values: Float64Array; bandwidth: number } {
	const weights = variances.map((v) => (Number.isFinite(v) && v > 0 ? 1 / v : 0));
	let best: { values: Float64Array; bandwidth: number } = { values: Float64Array.from(values), bandwidth: 0 };
	let bestCp = Infinity;
	for (const bandwidth of BANDWIDTHS) {
		const fit = smooth(values, weights, positions, bandwidth);
		let cp = 0;
		for (let i = 0; i < values.length; i++)
			if (weights[i]! > 0) cp += (values[i]! - fit.values[i]!) ** 2 * weights[i]! + 2 * fit.leverage[i]!;
		if (cp < bestCp) [best, bestCp] = [{ values: fit.values, bandwidth }, cp];
	}
	return best;
}
