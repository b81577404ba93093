import { blend } from '../blend.ts';
import type { Learned } from '../learn.ts';
import { isFair } from '../learnable.ts';

/** Share that the intervals' sum gets before the back-test speaks, and how firmly: in parts of its squared errors. */
const PRIOR_SHARE = 0.75;
const PRIOR_STRENGTH = 0.1;

/**
 * Share of the intervals' sum in a combination of it with the daily series' forecast that errs least on the days which
 * both back-tests hold (Bates and Granger 1969, with the covariance: both see the same history and err alike), drawn
 * towards the intervals', within 0–1.
 */
export function pairedShare(intervals: Learned, days: Learned): number {
	const sums = relativeErrors(intervals);
	const [s, d] = [[] as number[], [] as number[]];
	for (const [key, error] of relativeErrors(days)) {
		const own = sums.get(key);
		if (own === undefined) continue;
		s.push(own);
		d.push(error);
	}
	const prior = PRIOR_STRENGTH * s.reduce((sum, e) => sum + e * e, 0);
	if (!(prior > 0)) return PRIOR_SHARE;
	let [top, bottom] = [PRIOR_SHARE * prior, prior];
	s.forEach((error, k) => {
		top += d[k]! * (d[k]! - error);
		bottom += (error - d[k]!) ** 2;
	});
	return Math.max(0, Math.min(1, top / bottom));
}

/** Errors of the days' totals over their forecasts, by origin and day. */
function relativeErrors({ test, weights, hindsight }: Learned): Map<string, number> {
	const sums = new Map<string, { forecast: number; actual: number }>();
	for (const cell of test.cells) {
		if (cell.isSpecial || !isFair(cell, hindsight)) continue;
		const key = `${cell.origin}:${cell.day}`;
		const row = sums.get(key) ?? { forecast: 0, actual: 0 };
		row.forecast += blend(cell.forecasts, weights);
		row.actual += cell.actual;
		sums.set(key, row);
	}
	return new Map(
		[...sums].flatMap(([key, { forecast, actual }]) =>
			forecast > 0 ? [[key, (actual - forecast) / forecast] as const] : []
		)
	);
}
