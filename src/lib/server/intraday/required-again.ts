import { requirementSeries, type ScopedTarget } from '#solver/staffing/index.ts';
import type { PlannedInterval } from '../forecasts/index.ts';
import type { QueueTerms } from '../staffing/index.ts';
import type { IntradaySeries } from './intraday-view.ts';

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
	const ahtOf = (slot: number): number =>
		terms.ahtSeconds ?? (planned[slot]!.ahtSeconds || terms.defaultAhtSeconds) * (totals.ahtRatio ?? 1);
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

/** Contacts that reach people with the bots as planned / as in the history that the forecast continues. */
function peopleShare({ bots }: QueueTerms): number {
	if (!bots) return 1;
	const { planned, before } = bots;
	return (1 - planned.share * planned.containment) / (1 - before.share * before.containment);
}
