import {
	deferredPlan,
	evaluateStaffing,
	requirementSeries,
	type ScopedTarget,
	type StaffingFigures
} from '#solver/staffing/index.ts';
import type { QueueTerms } from './queue-terms.ts';
import type { QueueWork, StaffingWork } from './staffing-work.ts';

/** What a queue needs for the contacts that come in; outbound calls are added later. */
export interface InboundPlan {
	/** Not rounded for letters: what is left of an agent does something else. */
	agents: number[];
	figures: Pick<StaffingFigures, 'serviceLevel' | 'asaSeconds' | 'abandonment' | 'occupancy'>[];
}

const NONE = { serviceLevel: null, asaSeconds: null, abandonment: null, occupancy: null };

/**
 * The agents of one queue by interval. Letters with a deadline are work that may wait; everything else waits for a
 * free agent. Where its door is closed and nothing is expected, nobody is needed.
 */
export function planQueue(queue: QueueWork, work: StaffingWork): InboundPlan {
	return queue.terms.target === 'deadline' ? planLetters(queue, work) : planContacts(queue, work);
}

function planContacts(queue: QueueWork, { days, intervalSeconds, terms: plan }: StaffingWork): InboundPlan {
	const { terms, offered, isOpen } = queue;
	const used = offered.flatMap((volume, i) => (volume > 0 || isOpen[i] ? [i] : []));
	const pick = <T>(series: readonly T[]): T[] => used.map((i) => series[i]!);
	const patience = terms.patienceSeconds === null ? {} : { patienceSeconds: terms.patienceSeconds };
	const found = requirementSeries({
		volumes: pick(offered),
		ahtSeconds: pick(queue.ahtSeconds),
		intervalSeconds,
		dayOf: pick(days),
		target: targetOf(terms, plan.scope),
		...patience,
		minimumAgents: terms.minimumAgents,
		concurrency: terms.concurrency
	});
	const agents = offered.map(() => 0);
	const figures: InboundPlan['figures'] = offered.map(() => NONE);
	used.forEach((i, k) => {
		agents[i] = found[k]!.agents;
		figures[i] = found[k]!;
		if (terms.target === 'service-level' || offered[i] === 0) return;
		// Whatever it was planned for, the service level is what its page and the check compare.
		const seen = evaluateStaffing(
			{
				volume: offered[i]!,
				ahtSeconds: queue.ahtSeconds[i]!,
				intervalSeconds,
				serviceLevel: { share: terms.serviceLevelShare, thresholdSeconds: terms.thresholdSeconds },
				...patience,
				concurrency: terms.concurrency
			},
			agents[i]!
		);
		if (seen.status === 'stable') figures[i] = seen;
	});
	return { agents, figures };
}

/** The occupancy cap is a floor of every interval, whatever holds over the day. */
function targetOf(terms: QueueTerms, scope: 'interval' | 'day'): ScopedTarget {
	const { serviceLevelShare: share, thresholdSeconds } = terms;
	const target =
		terms.target === 'asa'
			? { maxAsaSeconds: terms.maxAsaSeconds! }
			: terms.target === 'abandonment'
				? { maxAbandonment: terms.maxAbandonment! }
				: terms.target === 'occupancy'
					? { maxOccupancy: terms.maxOccupancy! }
					: { serviceLevel: { share, thresholdSeconds } };
	if (terms.maxOccupancy === null || terms.target === 'occupancy') return { ...target, scope };
	const cap = { maxOccupancy: terms.maxOccupancy };
	return scope === 'interval' ? { ...target, ...cap, scope } : { ...target, scope, floor: cap };
}

function planLetters(queue: QueueWork, { intervalSeconds }: StaffingWork): InboundPlan {
	const { terms, offered, ahtSeconds, isOpen } = queue;
	const work = offered.reduce((sum, volume, i) => sum + volume * ahtSeconds[i]!, 0);
	const total = offered.reduce((sum, volume) => sum + volume, 0);
	const plan = deferredPlan({
		volumes: offered,
		intervalSeconds,
		ahtSeconds: total > 0 ? work / total : (terms.ahtSeconds ?? terms.defaultAhtSeconds),
		deadlineSeconds: terms.thresholdSeconds,
		backlog: queue.backlog,
		open: isOpen,
		...(terms.maxOccupancy !== null && { maxOccupancy: terms.maxOccupancy })
	});
	if (plan.status === 'infeasible')
		throw new Error(
			`Computing staffing: the letters of "${queue.name}" can't all be done within ${terms.thresholdSeconds} s, for it is closed too long. ${plan.explanation} Give it a longer deadline, or longer hours.`
		);
	const agents = Array.from(plan.agents, (needed, i) =>
		Math.max(isOpen[i] ? terms.minimumAgents : 0, needed)
	);
	return {
		agents,
		figures: agents.map((here, i) => ({
			...NONE,
			occupancy: here > 0 ? plan.agents[i]! / Math.ceil(here - 1e-9) : null
		}))
	};
}
