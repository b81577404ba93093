/**
 * The WAPE that a perfect forecast of Poisson counts would still have: each interval's relative error is about
 * √(2 / (π F)), so the calls-weighted mean is Σ √(2 F / π) / Σ F. Below about one call an interval the normal
 * approximation overstates it: the mean absolute deviation of a Poisson is at most 2 F e^(−F) there, used where
 * it is smaller. Null for a forecast of nothing.
 */
export function noiseFloor(forecasts: readonly number[]): number | null {
	let [error, calls] = [0, 0];
	for (const mean of forecasts) {
		error += Math.min(Math.sqrt((2 * mean) / Math.PI), mean < 1 ? 2 * mean * Math.exp(-mean) : Infinity);
		calls += mean;
	}
	return calls > 0 ? error / calls : null;
}
