import { UsageError } from '../verb.ts';

/**
 * Quantiles asked for as `0.05,0.5,0.95`, ascending, each once.
 *
 * @throws UsageError for one that does not lie between 0 and 1
 */
export function parseQuantiles(text: string): number[] {
	const quantiles = text.split(',').map((part) => {
		const q = part.trim() === '' ? NaN : Number(part);
		if (!(q > 0 && q < 1))
			throw new UsageError(`--quantiles "${part.trim()}" must lie between 0 and 1, as in 0.05,0.5,0.95.`);
		return q;
	});
	return [...new Set(quantiles)].sort((a, b) => a - b);
}
