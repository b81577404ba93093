import { normalQuantile } from './normal-quantile.ts';

const NORMAL_90 = normalQuantile(0.9);

/**
 * Any quantile of a forecast from its middle and its 80 % band: a two-piece normal (John 1982), each side with the
 * deviation that its end of the band implies. Exact at 0.1, 0.5 and 0.9 and never below 0.
 *
 * @param q inside (0, 1)
 * @throws RangeError when q is not inside (0, 1)
 */
export function quantileOf(
	{ offered, p10, p90 }: { offered: number; p10: number; p90: number },
	q: number
): number {
	if (!(q > 0 && q < 1)) throw new RangeError(`Forecast quantile "${q}" must lie between 0 and 1.`);
	const z = normalQuantile(q) / NORMAL_90;
	return Math.max(0, offered + z * (z < 0 ? offered - p10 : p90 - offered));
}
