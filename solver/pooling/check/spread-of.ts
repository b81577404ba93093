import type { Spread } from '../plan-check.ts';

/**
 * 10th and 90th percentile (linear interpolation) of part / whole over the replications that have a whole, and the mean
 * over all their contacts together; null when none has.
 */
export function spreadOf(parts: ArrayLike<number>, wholes: ArrayLike<number>): Spread | null {
	const ratios = new Float64Array(parts.length);
	let count = 0;
	let part = 0;
	let whole = 0;
	for (let r = 0; r < parts.length; r++) {
		if (!(wholes[r]! > 0)) continue;
		ratios[count++] = parts[r]! / wholes[r]!;
		part += parts[r]!;
		whole += wholes[r]!;
	}
	if (count === 0) return null;
	const sorted = ratios.subarray(0, count).sort();
	return { p10: percentile(sorted, 0.1), mean: part / whole, p90: percentile(sorted, 0.9) };
}

/** Of values in rising order, at least one. */
export function percentile(sorted: ArrayLike<number>, probability: number): number {
	const at = (sorted.length - 1) * probability;
	const low = Math.floor(at);
	const high = Math.min(low + 1, sorted.length - 1);
	return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
}
