import type { Probability } from '../plan-check.ts';

const Z = 1.959963984540054;

/**
 * A probability from `hits` in `trials` independent ones, with Wilson's 95 % score interval (Wilson, JASA 22, 1927), which
 * keeps its coverage near 0 and 1; null without trials.
 */
export function wilson(hits: number, trials: number): Probability | null {
	if (trials === 0) return null;
	const value = hits / trials;
	const scale = 1 + (Z * Z) / trials;
	const middle = (value + (Z * Z) / (2 * trials)) / scale;
	const half = (Z / scale) * Math.sqrt((value * (1 - value)) / trials + (Z * Z) / (4 * trials * trials));
	return {
		value,
		low: hits === 0 ? 0 : Math.max(0, middle - half),
		high: hits === trials ? 1 : Math.min(1, middle + half)
	};
}
