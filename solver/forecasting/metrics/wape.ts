/** A forecast beside what came. */
export interface Pair {
	forecast: number;
	actual: number;
}

/** Weighted absolute percentage error, Σ|F − A| / ΣA, a fraction; null where no call came. */
export function wape(pairs: readonly Pair[]): number | null {
	let [error, calls] = [0, 0];
	for (const { forecast, actual } of pairs) {
		error += Math.abs(forecast - actual);
		calls += actual;
	}
	return calls > 0 ? error / calls : null;
}
