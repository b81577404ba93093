/** How arrivals stand to what was expected of them: a gamma distribution of the factor. */
export interface ArrivalLevel {
	mean: number;
	/** Relative variance 1 / shape. */
	shape: number;
}

/**
 * The level of arrivals now, from what came against what was expected in the latest steps: gamma–Poisson with
 * forgetting (a steady model in the sense of West and Harrison, Bayesian Forecasting and Dynamic Models, 1997, §10.8;
 * Smith 1979). Each step multiplies the evidence by `keep` and lets the prior (mean 1) back in for the rest, so that a
 * surge an hour ago says less than one now, and nothing known is the prior.
 *
 * @param steps oldest first
 * @param priorShape evidence of the expectation itself, in contacts: 1 / its relative variance
 * @param keep part of the evidence that a step later still holds, 0–1
 * @example arrivalLevel([{ observed: 20, expected: 10 }], { priorShape: 10, keep: 1 }) // mean 1.5, shape 30
 */
export function arrivalLevel(
	steps: readonly { observed: number; expected: number }[],
	{ priorShape, keep }: { priorShape: number; keep: number }
): ArrivalLevel {
	let [came, expected] = [priorShape, priorShape];
	for (const step of steps) {
		came = priorShape + keep * (came - priorShape) + step.observed;
		expected = priorShape + keep * (expected - priorShape) + step.expected;
	}
	return { mean: came / expected, shape: came };
}
