/** A mean over replications with its 95 % confidence interval (Student's t, independent replications). */
export interface Estimate {
	/** Null when no replication had a value. */
	mean: number | null;
	/** Null with fewer than two values. */
	low: number | null;
	high: number | null;
	/** Replications that had a value. */
	count: number;
}

/**
 * @param values one per replication; null = nothing to measure in that one, left out
 * @example estimate([1, 2, 3]).mean === 2
 */
export function estimate(values: (number | null)[]): Estimate {
	const known = values.filter((value): value is number => value !== null);
	const count = known.length;
	if (count === 0) return { mean: null, low: null, high: null, count };
	const mean = known.reduce((sum, value) => sum + value, 0) / count;
	if (count === 1) return { mean, low: null, high: null, count };
	const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
	const half = studentT975(count - 1) * Math.sqrt(variance / count);
	return { mean, low: mean - half, high: mean + half, count };
}

const SMALL = [12.7062, 4.30265, 3.18245, 2.77645, 2.57058];

/**
 * The 97.5 % point of Student's t with `degrees` ≥ 1 degrees of freedom: exact table to 5, then the Cornish–Fisher
 * expansion in 1/degrees (Abramowitz and Stegun 26.7.5), within 0.001.
 */
export function studentT975(degrees: number): number {
	const tabled = SMALL[degrees - 1];
	if (tabled !== undefined) return tabled;
	const z = 1.959963985;
	const z3 = z ** 3;
	const z5 = z ** 5;
	const z7 = z ** 7;
	return (
		z +
		(z3 + z) / (4 * degrees) +
		(5 * z5 + 16 * z3 + 3 * z) / (96 * degrees ** 2) +
		(3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * degrees ** 3)
	);
}
