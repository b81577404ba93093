import { normalCdf } from '../../numeric/normal-cdf.ts';
import type { Comparison } from '../compare/compare-metric.ts';
import type { LearnedEffect } from '../effect/learn-modules.ts';
import type { Verdict } from '../findings/verdict.ts';
import { figureAt } from '../figure-at.ts';
import type { Metric } from '../metrics.ts';

/** What a module may do to one number of one agent. */
export interface ExpectedEffect {
	metric: Metric;
	/** The number as it is (fair case mix), and as it may become, with a 90 % interval: seconds, shares, or the figure. */
	now: number;
	then: number;
	thenLow: number;
	thenHigh: number;
	/** In sds of skill between agents; no more than the gap. */
	sds: number;
	probabilityHelps: number;
	/** Learned from so many uses; 0 = the catalogue's opinion. */
	uses: number;
}

export function expectedEffect(
	comparison: Comparison,
	verdict: Verdict,
	learned: LearnedEffect
): ExpectedEffect {
	const { reached } = verdict.standing;
	// What is not lacking cannot be gained: the interval may go on, the expectation stops at the fair level.
	const room = Math.max(0, -verdict.sds);
	const sds = Math.min(learned.mean, room);
	const moved = (by: number): number => figureAt(verdict.metric, reached, by * comparison.spread);
	const [a, b] = [moved(Math.min(learned.low, room)), moved(Math.min(learned.high, room))];
	return {
		metric: verdict.metric,
		now: reached,
		then: moved(sds),
		thenLow: Math.min(a, b),
		thenHigh: Math.max(a, b),
		sds,
		probabilityHelps: normalCdf(learned.mean / Math.sqrt(learned.sd ** 2 + learned.between ** 2)),
		uses: learned.uses
	};
}
