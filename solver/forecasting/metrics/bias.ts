import type { Pair } from './wape.ts';

/** Σ(F − A) / ΣA, a fraction: above 0 the forecast was too high. Null where no call came. */
export function bias(pairs: readonly Pair[]): number | null {
	let [error, calls] = [0, 0];
	for (const { forecast, actual } of pairs) {
		error += forecast - actual;
		calls += actual;
	}
	return calls > 0 ? error / calls : null;
}
