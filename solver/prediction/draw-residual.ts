import type { Random } from '../numeric/random.ts';

const TRIES = 12;

/** μ and σ of the logs of a lognormal with the given mean and coefficient of variation. */
export function lognormal(mean: number, cv: number): { mu: number; sigma: number } {
	const variance = Math.log(1 + cv * cv);
	return { mu: Math.log(mean) - variance / 2, sigma: Math.sqrt(variance) };
}

/**
 * What is left of a handling that has lasted for `elapsed`: a draw of the lognormal that is longer, less what has
 * passed, by rejection. A contact older than nearly all others is given the mean excess of a tail that falls like 1/x,
 * growing with its age: who has talked for an hour will hardly be done in a second.
 */
export function drawResidual(random: Random, mu: number, sigma: number, elapsed: number): number {
	for (let i = 0; i < TRIES; i++) {
		const whole = Math.exp(mu + sigma * random.normal());
		if (whole > elapsed) return whole - elapsed;
	}
	return random.exponential(0.5 * elapsed);
}
