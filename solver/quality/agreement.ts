/** Values that evaluators gave to one unit (a question on a contact), one each; who gave none is left out. */
export type UnitValues = readonly (number | 'na')[];

export interface Agreement {
	/** Units that at least two evaluators answered. */
	units: number;
	/** Share of pairs of answers within a unit that are the same; null without such a pair. */
	percent: number | null;
	/** Krippendorff's alpha: 1 = full agreement, 0 = as by chance; null where all answers are the same or none pair up. */
	alpha: number | null;
}

/**
 * Agreement of evaluators: share of equal pairs, and Krippendorff's alpha = 1 − observed ÷ expected disagreement, from
 * the coincidence matrix (Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011, sections C and E). Any
 * number of evaluators, missing answers allowed. Distance `nominal`: 0 or 1; `interval`: squared difference. Where
 * everybody always answers the same there is no variation that agreement could be told from: alpha is unknown, not 1.
 *
 * "Not applicable" is a value of its own in `nominal`; in `interval` such answers are left out of alpha, but not of the
 * share of equal pairs.
 *
 * Cost: units × evaluators² plus distinct values².
 */
export function agreement(units: readonly UnitValues[], distance: 'nominal' | 'interval'): Agreement {
	const paired = units.filter((values) => values.length >= 2);
	let [pairs, equal] = [0, 0];
	for (const values of paired)
		values.forEach((one, i) => {
			for (const other of values.slice(i + 1)) {
				pairs++;
				if (one === other) equal++;
			}
		});
	return {
		units: paired.length,
		percent: pairs === 0 ? null : equal / pairs,
		alpha: alphaOf(
			distance === 'nominal' ? paired : paired.map((values) => values.filter((value) => value !== 'na')),
			distance
		)
	};
}

function alphaOf(units: readonly UnitValues[], distance: 'nominal' | 'interval'): number | null {
	const differ = (a: number | 'na', b: number | 'na'): number =>
		distance === 'nominal' ? Number(a !== b) : (Number(a) - Number(b)) ** 2;
	const totals = new Map<number | 'na', number>();
	let observed = 0;
	let answers = 0;
	for (const values of units) {
		if (values.length < 2) continue;
		answers += values.length;
		for (const value of values) totals.set(value, (totals.get(value) ?? 0) + 1);
		// Each ordered pair counts 1 ÷ (m − 1), so that a unit weighs as many as it has answers.
		let own = 0;
		for (const [i, one] of values.entries())
			for (const [j, other] of values.entries()) if (i !== j) own += differ(one, other);
		observed += own / (values.length - 1);
	}
	if (answers < 2) return null;
	let expected = 0;
	for (const [one, n] of totals) for (const [other, k] of totals) expected += n * k * differ(one, other);
	return expected === 0 ? null : 1 - (answers - 1) * (observed / expected);
}
