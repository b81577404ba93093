import { studentT975 } from '../simulation/estimate.ts';

export interface GroupMean {
	mean: number | null;
	count: number;
}

export type GroupComparison =
	| { kind: 'too-few'; followed: GroupMean; other: GroupMean }
	| {
			kind: 'compared';
			followed: { mean: number; count: number };
			other: { mean: number; count: number };
			/** Followed less other, with its 95 % interval. */
			difference: number;
			low: number;
			high: number;
	  };

/** Fewer than this on either side tell nothing. */
export const ENOUGH_TO_COMPARE = 12;

/**
 * The mean of a figure where a suggestion was followed against where it was not, with the 95 % interval of the difference by
 * Welch's unequal-variances t (Welch, Biometrika 34, 1947); a yes or no is 1 or 0. So that a group in which all are alike
 * does not claim certainty, each side's variance is taken with half a point of the pooled range added at either end, as the
 * adjusted interval of Agresti and Caffo (2000) does for shares. Says nothing below `ENOUGH_TO_COMPARE` on either side.
 * Association, not cause: what is followed may differ beforehand from what is not. Cost O(n).
 */
export function compareGroups(followed: readonly number[], other: readonly number[]): GroupComparison {
	const a = { mean: meanOf(followed), count: followed.length };
	const b = { mean: meanOf(other), count: other.length };
	if (a.mean === null || b.mean === null || Math.min(a.count, b.count) < ENOUGH_TO_COMPARE)
		return { kind: 'too-few', followed: a, other: b };
	let low = Infinity;
	let high = -Infinity;
	for (const group of [followed, other])
		for (const value of group) {
			if (value < low) low = value;
			if (value > high) high = value;
		}
	const va = variance([...followed, low, high]) / a.count;
	const vb = variance([...other, low, high]) / b.count;
	const difference = a.mean - b.mean;
	const spread = va + vb;
	const degrees =
		spread === 0
			? 1
			: Math.max(1, Math.floor(spread ** 2 / (va ** 2 / (a.count - 1) + vb ** 2 / (b.count - 1))));
	const half = studentT975(degrees) * Math.sqrt(spread);
	return {
		kind: 'compared',
		followed: { mean: a.mean, count: a.count },
		other: { mean: b.mean, count: b.count },
		difference,
		low: difference - half,
		high: difference + half
	};
}

const meanOf = (values: readonly number[]): number | null =>
	values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

function variance(values: readonly number[]): number {
	const mean = meanOf(values)!;
	return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
