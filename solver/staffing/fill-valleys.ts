/** Work that may go into some of the intervals. */
export interface MovableWork {
	/** Indices of the intervals it may go into. */
	intervals: readonly number[];
	/** How much of it there is, 0 or more. */
	amount: number;
}

/**
 * Puts movable work where it fills the valleys: base + work is as level as the windows allow.
 *
 * Each work is poured like water over what the others have left, in turn until nothing moves any more (block coordinate
 * descent on Σ(base + work)², a smooth convex function of the total, so it ends at the optimum). The feasible totals
 * form a base of a polymatroid, on which the least square is the least of every sum of one convex function, and the
 * lowest peak (Fujishige 1980, "Lexicographically optimal base of a polymatroid"). Cost O(rounds × works × n log n); one
 * round where there is one work.
 *
 * @returns by work, what goes into each interval
 * @example fillValleys([3, 1, 2], [{ intervals: [0, 1, 2], amount: 3 }]) // one row: [0, 2, 1]
 */
export function fillValleys(base: ArrayLike<number>, works: readonly MovableWork[]): Float64Array[] {
	const level = Float64Array.from(base);
	const rows = works.map(() => new Float64Array(level.length));
	const most = works.reduce((sum, { amount }) => sum + amount, 0);
	for (let round = 0; round < (works.length > 1 ? 2000 : 1); round++) {
		let moved = 0;
		works.forEach(({ intervals, amount }, w) => {
			const row = rows[w]!;
			for (const i of intervals) level[i]! -= row[i]!;
			const surface = waterLevel(level, intervals, amount);
			for (const i of intervals) {
				const poured = Math.max(0, surface - level[i]!);
				moved += Math.abs(poured - row[i]!);
				row[i] = poured;
				level[i]! += poured;
			}
		});
		if (moved <= 1e-12 * most) break;
	}
	return rows;
}

/** The height to which so much water stands over the ground of these intervals. */
function waterLevel(ground: Float64Array, intervals: readonly number[], amount: number): number {
	const heights = intervals.map((i) => ground[i]!).sort((a, b) => a - b);
	let sum = 0;
	for (let k = 0; k < heights.length; k++) {
		sum += heights[k]!;
		const surface = (amount + sum) / (k + 1);
		if (k === heights.length - 1 || surface <= heights[k + 1]!) return surface;
	}
	return -Infinity;
}
