import type { Random } from '../numeric/random.ts';

/**
 * A positive draw of the given mean: lognormal with coefficient of variation `cv` (σ² = ln(1 + cv²),
 * μ = ln(mean) − σ²/2), the usual shape of handle times (Brown et al., JASA 100, 2005, §4), or exponential.
 * A mean of 0 gives 0.
 */
export function drawDuration(
	random: Random,
	mean: number,
	cv: number,
	distribution: 'lognormal' | 'exponential' = 'lognormal'
): number {
	if (mean === 0) return 0;
	if (distribution === 'exponential') return random.exponential(mean);
	const variance = Math.log(1 + cv * cv);
	return Math.exp(Math.log(mean) - variance / 2 + Math.sqrt(variance) * random.normal());
}

/** One of the keys, with chance proportional to its weight. */
export function drawWeighted(random: Random, weights: Record<string, number>): string {
	const entries = Object.entries(weights);
	let left = random.uniform() * entries.reduce((total, [, weight]) => total + weight, 0);
	for (const [key, weight] of entries) if ((left -= weight) < 0) return key;
	return entries[entries.length - 1]![0];
}

/** A member of a list that is not empty. */
export const pick = <T>(random: Random, items: readonly T[]): T => items[random.below(items.length)]!;
