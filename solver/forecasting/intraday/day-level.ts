/**
 * What is believed of the day's level (contacts / forecast): a gamma distribution of mean `mean` whose weight is
 * `exposure` expected contacts, so that its variance is mean / exposure.
 */
export interface DayLevel {
	mean: number;
	exposure: number;
}

/** Before the day begins: mean 1, variance as the forecast's bands say. */
export const priorLevel = (levelVariance: number): DayLevel => ({ mean: 1, exposure: 1 / levelVariance });

/** An interval this many standard deviations away is taken as that far: an outage is no level. */
const MOST_DEVIATIONS = 4;

/**
 * After an interval: gamma prior and Poisson counts give a gamma posterior (the conjugate update: contacts add to
 * the shape, expected contacts to the rate). Counts vary more than Poisson by 1 + ownVariance × expected, by which
 * the interval's weight is divided (quasi-likelihood; McCullagh & Nelder 1989, § 9.2).
 *
 * @returns the level and how many standard deviations off what was believed before the interval came out
 */
export function observe(
	{ mean, exposure }: DayLevel,
	expected: number,
	contacts: number,
	ownVariance: number
): { level: DayLevel; deviation: number } {
	const centre = mean * expected;
	const sd = Math.sqrt(centre + (ownVariance + mean / exposure) * expected ** 2);
	const z = Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, (contacts - centre) / sd));
	const weight = 1 / (1 + ownVariance * expected);
	const after = exposure + weight * expected;
	return {
		level: { mean: mean + (weight * z * sd) / after, exposure: after },
		deviation: z
	};
}

/** Share of the day's contacts after which half of a deviation is expected to be left. */
const HALF_LIFE = 0.4;

/**
 * The level a while later. It drifts back to 1 with a half-life of 0.4 of the day's contacts, its variance growing
 * back to the prior's (a first-order autoregression with the prior as its stationary law; for gamma–Poisson levels
 * Smith & Miller 1986, Harvey & Fernandes 1989), so that a surge in the morning does not bind the evening.
 *
 * By evidence: on a bank's days the gain of the re-forecast at noon is greatest with half-lives from 0.3 to 0.5;
 * a level that stays for the whole day loses to the morning's forecast there.
 *
 * @param share of the day's expected contacts that passes, 0–1
 */
export function drift({ mean, exposure }: DayLevel, share: number, levelVariance: number): DayLevel {
	const kept = 0.5 ** (share / HALF_LIFE);
	return {
		mean: 1 + kept * (mean - 1),
		exposure: 1 / (kept ** 2 / exposure + (1 - kept ** 2) * levelVariance)
	};
}
