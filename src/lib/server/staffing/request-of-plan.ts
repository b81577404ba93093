import { StaffingInput, type StaffingRequest } from './staffing-input.ts';
import type { StaffingHead } from './read-staffing.ts';

/** What a plan was asked with, to be run or changed again; of an old plan what its terms still tell. */
export function requestOfPlan(plan: StaffingHead): StaffingRequest {
	if (plan.terms?.request) return StaffingInput.parse(plan.terms.request);
	const queues = Object.entries(plan.parameters);
	const any = queues[0]?.[1];
	return StaffingInput.parse({
		name: plan.name,
		forecastId: plan.forecastId,
		shrinkage: any?.shrinkage ?? 0,
		maxOccupancy: any?.maxOccupancy ?? null,
		minimumAgents: any?.minimumAgents ?? 0,
		...(any && { defaultAhtSeconds: any.defaultAhtSeconds }),
		terms: Object.fromEntries(
			queues.map(([id, terms]) => [
				id,
				{
					serviceLevelShare: terms.serviceLevelShare,
					thresholdSeconds: terms.thresholdSeconds,
					patienceSeconds: terms.patienceSeconds,
					ahtSeconds: terms.ahtSeconds,
					concurrency: terms.concurrency
				}
			])
		),
		pool: false
	});
}
