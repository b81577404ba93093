import { median } from '../median.ts';
import { quantile } from '../quantile.ts';

/** A Poisson deviance that chance gives once in a million stretches: no call where 14 were expected, say. */
const LEAST_DEVIANCE = 28;
const LEAST_EXPECTED_EACH = 1.5;
const OUTAGE_RATIO = 0.2;
const SPIKE_RATIO = 3;
const SPIKE_SIGMAS = 8;

/**
 * Intervals of a day that no habit explains: a stretch of them with less than a fifth of its calls each, or one of
 * more than three times and eight standard deviations above. Expected is the weekday's usual day scaled to this
 * day's own level, which is that of its intervals that are not dead.
 *
 * @param calls and `known` of the day's intervals, `usual` the weekday's median of each
 * @returns expected calls by strange interval
 */
export function findStrangeIntervals(
	calls: ArrayLike<number>,
	known: ArrayLike<number>,
	usual: ArrayLike<number>
): Map<number, number> {
	const ratio = levelOf(calls, known, usual);
	const strange = new Map<number, number>();
	let stretch: number[] = [];
	const close = () => {
		const expected = stretch.reduce((sum, i) => sum + usual[i]! * ratio, 0);
		const came = stretch.reduce((sum, i) => sum + calls[i]!, 0);
		if (2 * (expected - came + (came > 0 ? came * Math.log(came / expected) : 0)) >= LEAST_DEVIANCE)
			for (const i of stretch) strange.set(i, usual[i]! * ratio);
		stretch = [];
	};
	for (let i = 0; i < calls.length; i++) {
		if (!known[i]) continue;
		const expected = usual[i]! * ratio;
		const sigma = Math.sqrt(expected + (0.15 * expected) ** 2 + 1);
		if (expected >= LEAST_EXPECTED_EACH && calls[i]! < OUTAGE_RATIO * expected) stretch.push(i);
		else close();
		if (calls[i]! > SPIKE_RATIO * expected && calls[i]! > expected + SPIKE_SIGMAS * sigma)
			strange.set(i, expected);
	}
	close();
	return strange;
}

/** The day's level over the usual: the median of its live intervals' ratios. */
function levelOf(calls: ArrayLike<number>, known: ArrayLike<number>, usual: ArrayLike<number>): number {
	const ratios: number[] = [];
	for (let i = 0; i < calls.length; i++) if (known[i] && usual[i]! >= 5) ratios.push(calls[i]! / usual[i]!);
	if (ratios.length < 8) return 1;
	const high = quantile(ratios, 0.95)!;
	const live = ratios.filter((r) => r >= OUTAGE_RATIO * high);
	return median(live);
}
