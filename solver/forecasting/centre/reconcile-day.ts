/** A forecast of a day's contacts and the variance of its error. */
export interface Estimate {
	value: number;
	variance: number;
}

/**
 * Brings forecasts of parts and of their total to agreement: weighted least squares with the error variances on the
 * diagonal (Hyndman, Lee and Wang 2016; Wickramasuriya et al. 2019, MinT with a diagonal W), which for two levels
 * is closed: the gap is shared out by variance, the total's own share included. No part falls below 0; what one
 * cannot give the others do.
 *
 * @returns the parts; their sum is the reconciled total
 */
export function reconcileDay(parts: readonly Estimate[], total: Estimate): number[] {
	const sum = parts.reduce((s, part) => s + part.value, 0);
	const spread = parts.reduce((s, part) => s + part.variance, 0);
	if (!(spread > 0)) return parts.map(({ value }) => value);
	const target = Math.max(0, sum + ((total.value - sum) * spread) / (spread + total.variance));
	const values = parts.map(({ value }) => value);
	let free = parts.map((part, k) => ({ k, variance: part.variance })).filter(({ variance }) => variance > 0);
	for (let left = target - sum; free.length > 0 && Math.abs(left) > 1e-12 * (1 + target);) {
		const variance = free.reduce((s, part) => s + part.variance, 0);
		let given = 0;
		for (const part of free) {
			const next = Math.max(0, values[part.k]! + (left * part.variance) / variance);
			given += next - values[part.k]!;
			values[part.k] = next;
		}
		left -= given;
		free = free.filter(({ k }) => values[k]! > 0);
	}
	return values;
}
