import { evaluateStaffing } from '#solver/staffing/index.ts';
import type { QueueTerms } from '../staffing/index.ts';
import type { IntradayInterval, IntradayTotals } from './intraday-view.ts';
import { peopleShare } from './people-share.ts';

/** Intervals of people as scheduled that weigh as much as what has been seen of who comes. */
const PRESENCE_PRIOR = 6;
/** A usual error of an interval's service level, and the intervals that it weighs as much as. */
const USUAL_ERROR = 0.15;
const ERROR_PRIOR = 6;
/** Half an 80 % band in standard deviations. */
const NORMAL_90 = 1.2815515655446004;

/** What a queue answered in time of what it was offered, so far. */
export interface ServiceSoFar {
	serviceLevel: number | null;
	offered: number;
}

export type ServiceTotals = Pick<
	IntradayTotals,
	'serviceLevelSoFar' | 'serviceLevelDay' | 'serviceLevelDayLow' | 'serviceLevelDayHigh'
>;

/**
 * The service level that each interval to come will have with the people who are scheduled, as far as people have come
 * today as scheduled (Erlang A, or C without a patience, less what the model was off by today), and the day's: what was
 * answered in time so far, and what will be. The 80 % band holds the day's level (more contacts, fewer in time) and the
 * model's own error of today. Null for letters, and where no roster says who is there.
 *
 * @param ahtSecondsOf handle time expected in an interval
 */
export function expectedService(
	intervals: readonly IntradayInterval[],
	soFar: ServiceSoFar,
	level: IntradayTotals['level'],
	terms: QueueTerms,
	intervalSeconds: number,
	ahtSecondsOf: (slot: number) => number
): { byInterval: (number | null)[]; totals: ServiceTotals } {
	const ahead = intervals.flatMap((row, slot) => (row.reforecast === null ? [] : [slot]));
	const none: ServiceTotals = {
		serviceLevelSoFar: soFar.serviceLevel,
		serviceLevelDay: ahead.length === 0 ? soFar.serviceLevel : null,
		serviceLevelDayLow: null,
		serviceLevelDayHigh: null
	};
	const isKnown = ahead.every((slot) => intervals[slot]!.scheduled !== null || !intervals[slot]!.reforecast);
	if (terms.target === 'deadline' || ahead.length === 0 || !isKnown)
		return { byInterval: intervals.map(() => null), totals: none };
	const presence = presenceOf(intervals);
	const share = peopleShare(terms);
	const reach = (volume: number, slot: number, agents: number): number =>
		serviceOf(volume, ahtSecondsOf(slot), agents, terms, intervalSeconds);
	const { bias, deviation } = modelError(intervals, reach);
	const volumeAt = (slot: number, factor: number): number => intervals[slot]!.reforecast! * share * factor;
	const levelAt = (slot: number, factor: number): number | null => {
		const volume = volumeAt(slot, factor);
		if (volume <= 0) return null;
		const reached = reach(volume, slot, (intervals[slot]!.scheduled ?? 0) * presence);
		return Math.min(1, Math.max(0, reached + bias));
	};
	const known = soFar.serviceLevel === null ? 0 : soFar.offered;
	const dayAt = (factor: number): number | null => {
		let [inTime, offered] = [(soFar.serviceLevel ?? 0) * known, known];
		for (const slot of ahead) {
			const reached = levelAt(slot, factor);
			if (reached === null) continue;
			inTime += reached * volumeAt(slot, factor);
			offered += volumeAt(slot, factor);
		}
		return offered > 0 ? inTime / offered : null;
	};
	const day = dayAt(1);
	const volumes = ahead.map((slot) => volumeAt(slot, 1));
	const offered = known + volumes.reduce((sum, one) => sum + one, 0);
	// Intervals miss the model one by one; the level of contacts moves them all.
	const apart =
		offered > 0
			? (NORMAL_90 * deviation * Math.sqrt(volumes.reduce((sum, one) => sum + one * one, 0))) / offered
			: 0;
	const end = (factor: number | null, sign: 1 | -1): number | null => {
		const moved = day === null || factor === null ? day : dayAt(factor);
		if (day === null || moved === null) return null;
		const half = Math.hypot(apart, Math.max(0, sign * (moved - day)));
		return Math.min(1, Math.max(0, day + sign * half));
	};
	const isAhead = new Set(ahead);
	return {
		byInterval: intervals.map((_, slot) => (isAhead.has(slot) ? levelAt(slot, 1) : null)),
		totals: {
			serviceLevelSoFar: soFar.serviceLevel,
			serviceLevelDay: day,
			serviceLevelDayLow: end(level && level.mean > 0 ? level.p90 / level.mean : null, -1),
			serviceLevelDayHigh: end(level && level.mean > 0 ? level.p10 / level.mean : null, 1)
		}
	};
}

/** How far the model was from what came today, with the people who were there; a usual error while little is seen. */
function modelError(
	intervals: readonly IntradayInterval[],
	reach: (volume: number, slot: number, agents: number) => number
): { bias: number; deviation: number } {
	let [count, sum, squares] = [ERROR_PRIOR, 0, ERROR_PRIOR * USUAL_ERROR ** 2];
	intervals.forEach(({ serviceLevel, staffed, actual }, slot) => {
		if (serviceLevel === null || staffed === null || !actual) return;
		const missed = serviceLevel - reach(actual, slot, staffed);
		count++;
		sum += missed;
		squares += missed ** 2;
	});
	const bias = sum / count;
	return { bias, deviation: Math.sqrt(Math.max(0, squares / count - bias ** 2)) };
}

/** People there / people scheduled so far, drawn towards 1 while little has been seen. */
function presenceOf(intervals: readonly IntradayInterval[]): number {
	let [there, due, seen] = [0, 0, 0];
	for (const { scheduled, staffed } of intervals) {
		if (!scheduled || staffed === null) continue;
		there += staffed;
		due += scheduled;
		seen++;
	}
	if (seen === 0) return 1;
	const usual = (due / seen) * PRESENCE_PRIOR;
	return (there + usual) / (due + usual);
}

/** Between two whole numbers of agents what lies between their service levels. */
function serviceOf(
	volume: number,
	ahtSeconds: number,
	agents: number,
	terms: QueueTerms,
	intervalSeconds: number
): number {
	const at = (whole: number): number => {
		const reached = evaluateStaffing(
			{
				volume,
				intervalSeconds,
				ahtSeconds,
				concurrency: terms.concurrency,
				serviceLevel: { share: terms.serviceLevelShare, thresholdSeconds: terms.thresholdSeconds },
				...(terms.patienceSeconds === null ? {} : { patienceSeconds: terms.patienceSeconds })
			},
			whole
		);
		return reached.status === 'stable' ? (reached.serviceLevel ?? 0) : 0;
	};
	const below = Math.floor(agents);
	const part = agents - below;
	return part === 0 ? at(below) : (1 - part) * at(below) + part * at(below + 1);
}
