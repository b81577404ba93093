/** Sample quantile by linear interpolation (Hyndman and Fan's type 7); null for no values. */
export function quantile(values: readonly number[], probability: number): number | null {
	if (values.length === 0) return null;
	const sorted = Float64Array.from(values).sort();
	const at = (sorted.length - 1) * probability;
	const low = Math.floor(at);
	const high = Math.min(low + 1, sorted.length - 1);
	return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
}
