import { smoothByCp } from './smooth.ts';

/**
 * How far counts depart from what was expected of them, column by column: count / expected − 1, smoothed over the
 * day with the bandwidth of least Mallows' Cp and shrunk towards none by empirical Bayes (the variance between
 * departures against their sampling noise; Efron and Morris 1975). Columns that `skip` names, or of which nothing
 * was expected, count for nothing and keep what their neighbours say.
 *
 * @param variances sampling variance of each relative departure
 * Cost: O(columns × bandwidth).
 */
export function shrunkDeparture(
	calls: ArrayLike<number>,
	expected: ArrayLike<number>,
	variances: ArrayLike<number>,
	columns: readonly number[],
	skip: (column: number) => boolean = () => false
): Float64Array {
	const count = columns.length;
	const departure = new Float64Array(count);
	const variance = new Float64Array(count).fill(Infinity);
	let [signal, weightSum] = [0, 0];
	for (let c = 0; c < count; c++) {
		if (!(expected[c]! > 0) || skip(c)) continue;
		departure[c] = calls[c]! / expected[c]! - 1;
		variance[c] = variances[c]!;
		// Precision weights keep the quietest hours from ruling the variance between departures.
		signal += (departure[c]! ** 2 - variance[c]!) / variance[c]!;
		weightSum += 1 / variance[c]!;
	}
	const between = weightSum > 0 ? Math.max(0, signal / weightSum) : 0;
	const own = smoothByCp(departure, variance, columns);
	return own.values.map((value, c) => {
		// Smoothing over about 2.5 bandwidths averages that much noise away before the shrinkage.
		const noise = variance[c]! / Math.max(1, 2.5 * own.bandwidth);
		return between > 0 && Number.isFinite(noise) ? (between / (between + noise)) * value : 0;
	});
}
