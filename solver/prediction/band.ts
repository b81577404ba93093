/** A foreseen figure: its mean and median, and the 80 % band. */
export interface Band {
	mean: number;
	low: number;
	median: number;
	high: number;
}

/** The part of the runs that must have a figure for it to be foreseen at all. */
const KNOWN_SHARE = 0.5;

/**
 * Summarises one figure over the runs; runs in which there was nothing to measure (NaN) are left out.
 *
 * @param values overwritten (sorted)
 * @param spread widens (> 1) or narrows the band around the median; 1 = the quantiles of the runs
 * @param limits the figure's own ends
 * @returns null when fewer than half of the runs have the figure
 */
export function bandOf(
	values: Float64Array,
	spread = 1,
	limits: [number, number] = [0, Infinity]
): Band | null {
	let count = 0;
	let sum = 0;
	for (const value of values)
		if (!Number.isNaN(value)) {
			values[count++] = value;
			sum += value;
		}
	if (count === 0 || count < values.length * KNOWN_SHARE) return null;
	const sorted = values.subarray(0, count).sort();
	const median = quantile(sorted, 0.5);
	const widen = (value: number) =>
		Math.min(limits[1], Math.max(limits[0], median + spread * (value - median)));
	return { mean: sum / count, low: widen(quantile(sorted, 0.1)), median, high: widen(quantile(sorted, 0.9)) };
}

/** Linear between order statistics at (i + ½)/n: unbiased in the middle, calm at the ends (Hazen). */
function quantile(sorted: Float64Array, q: number): number {
	const at = Math.min(sorted.length - 1, Math.max(0, q * sorted.length - 0.5));
	const below = sorted[Math.floor(at)]!;
	const above = sorted[Math.ceil(at)]!;
	return below + (at - Math.floor(at)) * (above - below);
}
