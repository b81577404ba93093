import type { StaffingTerms } from './check-staffing.ts';
import type { Queue } from './queue-figures.ts';
import type { StaffingInput } from './staffing-input.ts';

/**
 * The queue that an interval's contacts see.
 *
 * An agent with k slots counts as k servers, each of them as slow as with all k slots busy: handling time is the one at
 * that concurrency, given as such or as AHT × (1 + slowdown × (k − 1)). That is exact when slots are busy most of the
 * time, and on the safe side otherwise, when an agent with fewer contacts is quicker at each.
 */
export function intervalQueue(
	demand: Pick<StaffingInput, 'volume' | 'ahtSeconds' | 'patienceSeconds'>,
	terms: StaffingTerms
): Queue {
	const { intervalSeconds, serviceLevel, concurrency = 1, concurrencySlowdown = 0 } = terms;
	const ahtSeconds = demand.ahtSeconds * (1 + concurrencySlowdown * (concurrency - 1));
	return {
		loadErlangs: (demand.volume * ahtSeconds) / intervalSeconds,
		ahtSeconds,
		patienceSeconds: demand.patienceSeconds,
		thresholdSeconds: serviceLevel?.thresholdSeconds
	};
}
