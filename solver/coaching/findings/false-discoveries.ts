/**
 * Benjamini–Hochberg: how many of the smallest p-values may be rejected so that at most `share` of the rejections are
 * expected to be false (JRSS B 57, 1995), as adjusted p-values in the order given. Cost: O(m log m).
 */
export function adjustedPValues(p: readonly number[]): Float64Array {
	const order = [...p.keys()].sort((i, j) => p[j]! - p[i]!);
	const adjusted = new Float64Array(p.length);
	let least = 1;
	order.forEach((i, k) => {
		least = Math.min(least, (p[i]! * p.length) / (p.length - k));
		adjusted[i] = least;
	});
	return adjusted;
}

/**
 * The largest set, most certain first, of which at most `share` is expected to be false, given each one's own chance of
 * being false (Newton et al., Biostatistics 5, 2004).
 *
 * @returns indexes, most certain first
 */
export function mostCertain(falseChance: readonly number[], share: number): number[] {
	const order = [...falseChance.keys()].sort((i, j) => falseChance[i]! - falseChance[j]!);
	let sum = 0;
	let kept = 0;
	for (; kept < order.length; kept++) {
		sum += falseChance[order[kept]!]!;
		if (sum > share * (kept + 1)) break;
	}
	return order.slice(0, kept);
}
