import type { Channel } from '#lib/contracts/terms.ts';
import { agentsWithShrinkage, deferredPlan, staffingPlan } from '#solver/staffing/index.ts';
import { InvalidInputError } from '../access/index.ts';

export interface QueueTerms {
	channel: Channel;
	serviceLevelShare: number;
	thresholdSeconds: number;
	patienceSeconds: number | null;
	/** In place of the forecast's. */
	ahtSeconds: number | null;
	concurrency: number;
	shrinkage: number;
	maxOccupancy: number | null;
	minimumAgents: number;
	defaultAhtSeconds: number;
}

export interface PlannedInterval {
	agents: number;
	agentsWithShrinkage: number;
	serviceLevel: number | null;
	asaSeconds: number | null;
	abandonment: number | null;
	occupancy: number | null;
}

/** Below this a deferred queue's target is like a call's: somebody has to be there at once. */
const DEFERRED_FROM_SECONDS = 3_600;

/**
 * The agents that each interval of one queue needs. Letters with an answer time of an hour or more are planned as
 * work that may wait until its deadline; everything else as contacts that wait for a free agent.
 */
export function planQueue(
	intervals: readonly { offered: number; ahtSeconds: number | null }[],
	intervalSeconds: number,
	terms: QueueTerms
): PlannedInterval[] {
	const volumes = intervals.map(({ offered }) => offered);
	const ahtSeconds = intervals.map(
		(interval) => terms.ahtSeconds ?? (interval.ahtSeconds || terms.defaultAhtSeconds)
	);
	const isLetter = terms.channel === 'email' || terms.channel === 'social';
	if (isLetter && terms.thresholdSeconds >= Math.max(DEFERRED_FROM_SECONDS, intervalSeconds))
		return planDeferred(volumes, ahtSeconds, intervalSeconds, terms);
	return staffingPlan({
		volumes,
		ahtSeconds,
		intervalSeconds,
		serviceLevel: { share: terms.serviceLevelShare, thresholdSeconds: terms.thresholdSeconds },
		...(terms.patienceSeconds !== null && { patienceSeconds: terms.patienceSeconds }),
		...(terms.maxOccupancy !== null && { maxOccupancy: terms.maxOccupancy }),
		shrinkage: terms.shrinkage,
		minimumAgents: terms.minimumAgents,
		concurrency: terms.concurrency
	});
}

function planDeferred(
	volumes: number[],
	aht: number[],
	intervalSeconds: number,
	terms: QueueTerms
): PlannedInterval[] {
	const work = volumes.reduce((sum, volume, i) => sum + volume * aht[i]!, 0);
	const total = volumes.reduce((sum, volume) => sum + volume, 0);
	const plan = deferredPlan({
		volumes,
		intervalSeconds,
		ahtSeconds: total > 0 ? work / total : terms.defaultAhtSeconds,
		deadlineSeconds: terms.thresholdSeconds,
		...(terms.maxOccupancy !== null && { maxOccupancy: terms.maxOccupancy })
	});
	if (plan.status === 'infeasible') throw new InvalidInputError(`Computing staffing: ${plan.explanation}`);
	return [...plan.agents].map((needed) => {
		const agents = Math.max(terms.minimumAgents, Math.ceil(needed - 1e-9));
		return {
			agents,
			agentsWithShrinkage: agentsWithShrinkage(agents, terms.shrinkage),
			serviceLevel: null,
			asaSeconds: null,
			abandonment: null,
			occupancy: agents > 0 ? needed / agents : null
		};
	});
}
