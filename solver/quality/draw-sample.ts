import { createRandom } from '../numeric/random.ts';

export interface Drawn<Unit> {
	unit: Unit;
	/** Probability with which this unit was drawn: drawn ÷ population of its stratum. */
	probability: number;
	/** Units in the stratum. */
	population: number;
}

/**
 * Stratified simple random sampling without replacement: from each stratum as many units as asked for, or all when it
 * has fewer. Each unit of a stratum has the same chance, n ÷ N, which is told with it: a mean over units weighted by its
 * inverse is unbiased (Horvitz and Thompson 1952). Every stratum has a random stream of its own, named by its key, so
 * that the draw of one does not depend on which others there are, nor on the order of units: they are sorted by key.
 *
 * Cost: N log N in all.
 *
 * @param wanted how many units a stratum is to give; ≤ 0 = none
 */
export function drawSample<Unit>(
	units: readonly Unit[],
	{
		stratumOf,
		keyOf,
		wanted,
		seed
	}: {
		stratumOf: (unit: Unit) => string;
		keyOf: (unit: Unit) => string;
		wanted: (stratum: string, population: number) => number;
		seed: number;
	}
): Drawn<Unit>[] {
	const random = createRandom(seed);
	const strata = [...Map.groupBy(units, stratumOf)].sort(([a], [b]) => (a < b ? -1 : 1));
	return strata.flatMap(([stratum, members]) => {
		const population = members.length;
		const size = Math.min(population, Math.max(0, Math.floor(wanted(stratum, population))));
		if (size === 0) return [];
		const own = random.fork(stratum);
		const pool = members.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
		// The first steps of a Fisher–Yates shuffle.
		for (let i = 0; i < size; i++) {
			const other = i + own.below(population - i);
			[pool[i], pool[other]] = [pool[other]!, pool[i]!];
		}
		return pool.slice(0, size).map((unit) => ({ unit, probability: size / population, population }));
	});
}
