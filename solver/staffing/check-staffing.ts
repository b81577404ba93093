import { intervalQueue } from './interval-queue.ts';
import type { StaffingInput } from './staffing-input.ts';

/** Loads beyond this many Erlangs are taken for a mistake in units. */
const LARGEST_LOAD = 1e8;

export const refuse = (action: string, name: string, value: unknown, wanted: string): never => {
	throw new RangeError(`${action}: ${name} "${value}" must be ${wanted}`);
};

const checkAbove = (action: string, name: string, value: number, unit: string) => {
	if (!(value > 0 && value < Infinity)) refuse(action, name, value, `a finite number${unit} above 0.`);
};

/** A share of something; percentages are the usual slip, so the message offers the fraction. */
export function checkFraction(
	action: string,
	name: string,
	value: number,
	from0: boolean,
	to1: boolean
): void {
	if (value > 0 && value < 1) return;
	if ((from0 && value === 0) || (to1 && value === 1)) return;
	const wanted = `a fraction ${from0 ? 'of 0 or more' : 'above 0'}, ${to1 ? 'at most 1' : 'below 1'}.`;
	refuse(action, name, value, wanted + (value > 1 && value < 100 ? ` Maybe ${value / 100} was meant.` : ''));
}

/** What does not change from interval to interval. */
export type StaffingTerms = Omit<StaffingInput, 'volume' | 'ahtSeconds' | 'patienceSeconds' | 'shrinkage'>;

/** What may change from interval to interval. */
export type Demand = Pick<
	StaffingInput,
	'volume' | 'ahtSeconds' | 'patienceSeconds' | 'shrinkage' | 'minimumAgents'
>;

/** Throws a RangeError that names the action, the value and what was wanted. */
export function checkTerms(action: string, terms: StaffingTerms, wantTarget: boolean): void {
	const { intervalSeconds, serviceLevel, maxAsaSeconds, maxAbandonment, maxOccupancy } = terms;
	const { minimumAgents = 0, concurrency = 1, concurrencySlowdown = 0 } = terms;
	checkAbove(action, 'intervalSeconds', intervalSeconds, ' of seconds');
	if (serviceLevel) {
		const { share, thresholdSeconds } = serviceLevel;
		if (share === 1)
			refuse(
				action,
				'serviceLevel.share',
				share,
				'below 1: no number of agents makes it certain that nobody waits.'
			);
		checkFraction(action, 'serviceLevel.share', share, false, false);
		if (!(thresholdSeconds >= 0 && thresholdSeconds < Infinity))
			refuse(
				action,
				'serviceLevel.thresholdSeconds',
				thresholdSeconds,
				'a finite number of seconds, 0 or more.'
			);
	}
	if (maxAsaSeconds !== undefined) checkAbove(action, 'maxAsaSeconds', maxAsaSeconds, ' of seconds');
	if (maxAbandonment !== undefined) checkFraction(action, 'maxAbandonment', maxAbandonment, false, false);
	if (maxOccupancy !== undefined) checkFraction(action, 'maxOccupancy', maxOccupancy, false, true);
	checkMinimum(action, '', minimumAgents);
	if (!Number.isSafeInteger(concurrency) || concurrency < 1)
		refuse(action, 'concurrency', concurrency, 'a whole number, 1 or more.');
	if (!(concurrencySlowdown >= 0 && concurrencySlowdown < Infinity))
		refuse(action, 'concurrencySlowdown', concurrencySlowdown, 'a finite number, 0 or more.');
	if (wantTarget && !serviceLevel && (maxAsaSeconds ?? maxAbandonment ?? maxOccupancy) === undefined)
		refuse(
			action,
			'target',
			'none',
			'one or more of serviceLevel, maxAsaSeconds, maxAbandonment and maxOccupancy.'
		);
}

const checkMinimum = (action: string, at: string, agents: number) => {
	if (!Number.isSafeInteger(agents) || agents < 0)
		refuse(action, `minimumAgents${at}`, agents, 'a whole number, 0 or more.');
};

/** An interval without contacts needs no handling time. */
export function checkDemand(action: string, at: string, demand: Demand, terms: StaffingTerms): void {
	const { volume, ahtSeconds, patienceSeconds, shrinkage = 0 } = demand;
	if (!(volume >= 0 && volume < Infinity))
		refuse(action, `volume${at}`, volume, 'a finite number, 0 or more.');
	checkFraction(action, `shrinkage${at}`, shrinkage, true, false);
	if (demand.minimumAgents !== undefined) checkMinimum(action, at, demand.minimumAgents);
	if (patienceSeconds !== undefined)
		checkAbove(action, `patienceSeconds${at}`, patienceSeconds, ' of seconds');
	else if (terms.maxAbandonment !== undefined)
		refuse(
			action,
			'maxAbandonment',
			terms.maxAbandonment,
			'given with patienceSeconds: without it nobody abandons.'
		);
	if (volume === 0) return;
	checkAbove(action, `ahtSeconds${at}`, ahtSeconds, ' of seconds');
	const { loadErlangs } = intervalQueue(demand, terms);
	if (!(loadErlangs <= LARGEST_LOAD))
		refuse(
			action,
			`volume × ahtSeconds / intervalSeconds${at}`,
			loadErlangs,
			`at most ${LARGEST_LOAD} Erlangs.`
		);
}
