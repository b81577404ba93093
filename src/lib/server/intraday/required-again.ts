import { requirementSeries, type ScopedTarget } from '#solver/staffing/index.ts';
import type { PlannedInterval } from '../forecasts/index.ts';
import type { QueueTerms } from '../staffing/index.ts';
import type { IntradaySeries } from './intraday-view.ts';
import { peopleShare } from './people-share.ts';

/**
 * Agents on contacts that each interval still to come needs for the re-forecast, by the terms of the plan; null for
 * what is past, for letters (their plan is one of backlogs, not of intervals) and where no handle time is known.
 */
export function requiredAgain(
	{ intervals, totals }: IntradaySeries,
	planned: readonly (PlannedInterval | undefined)[],
	intervalSeconds: number,
	terms: QueueTerms
): (number | null)[] {
	const target = targetOf(terms);
	const required: (number | null)[] = intervals.map(() => null);
	if (!target) return required;
	const ahead = intervals.flatMap((row, slot) => (row.reforecast !== null ? [slot] : []));
	const ahtOf = ahtAhead(planned, terms, totals.ahtRatio);
	if (ahead.length === 0) return required;
	const figures = requirementSeries({
		volumes: ahead.map((slot) => intervals[slot]!.reforecast! * peopleShare(terms)),
		ahtSeconds: ahead.map(ahtOf),
		intervalSeconds,
		dayOf: ahead.map(() => 0),
		target,
		...(terms.patienceSeconds === null ? {} : { patienceSeconds: terms.patienceSeconds }),
		minimumAgents: terms.minimumAgents,
		concurrency: terms.concurrency
	});
	ahead.forEach((slot, k) => (required[slot] = figures[k]!.agents));
	return required;
}

/** Handle time to be expected of an interval: the plan's own, else the forecast's at the pace of today. */
export const ahtAhead =
	(planned: readonly (PlannedInterval | undefined)[], terms: QueueTerms, ahtRatio: number | null) =>
	(slot: number): number =>
		terms.ahtSeconds ?? (planned[slot]?.ahtSeconds || terms.defaultAhtSeconds) * (ahtRatio ?? 1);

/** The day's average is no goal any more once part of it is over: what is left is held interval by interval. */
function targetOf(terms: QueueTerms): ScopedTarget | null {
	if (terms.target === 'deadline') return null;
	const cap = terms.maxOccupancy === null ? {} : { maxOccupancy: terms.maxOccupancy };
	if (terms.target === 'asa') return { maxAsaSeconds: terms.maxAsaSeconds!, ...cap, scope: 'interval' };
	if (terms.target === 'abandonment')
		return { maxAbandonment: terms.maxAbandonment!, ...cap, scope: 'interval' };
	if (terms.target === 'occupancy') return { maxOccupancy: terms.maxOccupancy!, scope: 'interval' };
	const serviceLevel = { share: terms.serviceLevelShare, thresholdSeconds: terms.thresholdSeconds };
	return { serviceLevel, ...cap, scope: 'interval' };
}
