import { checkDemand, checkTerms } from './check-staffing.ts';
import { requirementSearch } from './requirement-search.ts';
import type { StaffingFigures, StaffingInput } from './staffing-input.ts';

const ACTION = 'Finding the staffing requirement';

/**
 * The fewest agents with whom an interval meets every target given, and the figures they lead to.
 *
 * Stationary within the interval: exact Erlang A where a patience is given, Erlang C otherwise; load in Erlangs =
 * volume × AHT / interval. The service level is An / (AN + AB), the share of all offered contacts that are answered
 * within T (METRICS' default variant). With `concurrency` k an agent counts as k servers. An interval without contacts
 * needs the minimum and has no service level. Cost: a handful of model evaluations, about 2 µs each at 30 Erlangs.
 *
 * @throws RangeError for a value outside its domain (also a percentage where a fraction is meant), and without a target
 * @example
 * staffingRequirement({ volume: 100, intervalSeconds: 1800, ahtSeconds: 240, patienceSeconds: 120,
 * 	serviceLevel: { share: 0.8, thresholdSeconds: 20 } }).agents // 16; 17 without the patience
 */
export function staffingRequirement(input: StaffingInput): StaffingFigures {
	checkTerms(ACTION, input, true);
	checkDemand(ACTION, '', input, input);
	return requirementSearch(ACTION, input)(input);
}
