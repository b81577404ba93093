import { studentQuantile } from './student-quantile.ts';

/** What was found in one stratum: the scores of the units that were drawn and evaluated. */
export interface StratumScores {
	/** Units in the stratum. */
	population: number;
	scores: readonly number[];
}

export interface SampleMean {
	evaluated: number;
	population: number;
	/** Mean over all units of the strata, estimated; each stratum counts by its population. */
	mean: number;
	/** Two-sided interval; null where one stratum of more units has a single score, so that no spread is known at all. */
	interval: { low: number; high: number } | null;
}

/**
 * Mean of scores on 0–1 from a stratified random sample, with its interval: Σ N_h ȳ_h ÷ Σ N_h, of variance
 * Σ (N_h ÷ N)² (1 − n_h ÷ N_h) s² ÷ n_h (Cochran, Sampling Techniques, 3rd ed., eq. 5.6 and 5.7). The spread s² is pooled
 * over the strata, as each holds but a few units; the quantile is Student's with Σ (n_h − 1) degrees of freedom. Strata
 * without a score are left out of both sums: the mean is of those that were looked at.
 *
 * @param level probability that the interval covers the mean
 * @returns null when there is no score
 */
export function sampleMean(strata: readonly StratumScores[], level = 0.9): SampleMean | null {
	const seen = strata.filter(({ scores }) => scores.length > 0);
	if (seen.length === 0) return null;
	const population = seen.reduce((sum, stratum) => sum + stratum.population, 0);
	let [mean, squares, freedom, evaluated] = [0, 0, 0, 0];
	for (const { scores, population: units } of seen) {
		const own = scores.reduce((sum, score) => sum + score, 0) / scores.length;
		mean += (units / population) * own;
		squares += scores.reduce((sum, score) => sum + (score - own) ** 2, 0);
		freedom += scores.length - 1;
		evaluated += scores.length;
	}
	const share = seen.reduce(
		(sum, { scores: { length: n }, population: units }) =>
			sum + (units / population) ** 2 * Math.max(0, 1 - n / units) * (1 / n),
		0
	);
	if (share === 0) return { evaluated, population, mean, interval: { low: mean, high: mean } };
	if (freedom === 0) return { evaluated, population, mean, interval: null };
	const half = studentQuantile((1 + level) / 2, freedom) * Math.sqrt((squares / freedom) * share);
	return {
		evaluated,
		population,
		mean,
		interval: { low: Math.max(0, mean - half), high: Math.min(1, mean + half) }
	};
}
