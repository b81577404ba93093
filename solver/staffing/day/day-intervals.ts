import { checkDemand, checkTerms, type Demand, type StaffingTerms } from '../check-staffing.ts';
import type { DayRequirementInput } from '../day-requirement.ts';
import { emptyFigures } from '../empty-figures.ts';
import { intervalQueue } from '../interval-queue.ts';
import { queueFigures, type QueueFigures } from '../queue-figures.ts';
import { requirementSearch } from '../requirement-search.ts';
import { checkLengths, valueAt } from '../series.ts';

/** An interval of the day, and what bounds its agents. */
export interface DayInterval {
	demand: Demand;
	/** Fewest agents that the floor, the minimum and the model allow. */
	least: number;
	/** Fewest with which it keeps the day's targets on its own. */
	enough: number;
	/** Figures of a number of agents from `least` on. */
	figures(agents: number): Omit<QueueFigures, 'status'>;
}

/** @throws RangeError naming the value and, with its index, the interval */
export function dayIntervals(action: string, input: DayRequirementInput): DayInterval[] {
	const { volumes, ahtSeconds, patienceSeconds, shrinkage, minimumAgents, target, floor, ...shared } = input;
	const terms: StaffingTerms = { ...shared, ...target };
	const floorTerms: StaffingTerms = { ...shared, ...floor };
	checkTerms(action, terms, true);
	checkTerms(`${action}, by its floor`, floorTerms, false);
	checkLengths(action, volumes.length, { ahtSeconds, patienceSeconds, shrinkage, minimumAgents });

	const alone = requirementSearch(action, terms);
	const lowest = requirementSearch(action, floorTerms);
	// Without anybody there is no wait of the answered and no occupancy to hold.
	const atLeast = target.maxAsaSeconds !== undefined || target.maxOccupancy !== undefined ? 1 : 0;
	return Array.from(volumes, (volume, i) => {
		const demand: Demand = {
			volume,
			ahtSeconds: valueAt(ahtSeconds, i),
			patienceSeconds: valueAt(patienceSeconds, i),
			shrinkage: valueAt(shrinkage, i),
			minimumAgents: valueAt(minimumAgents, i)
		};
		checkDemand(action, `[${i}]`, demand, terms);
		checkDemand(`${action}, by its floor`, `[${i}]`, demand, floorTerms);
		const least = Math.max(volume > 0 ? atLeast : 0, lowest(demand).agents);
		return {
			demand,
			least,
			enough: Math.max(least, alone(demand).agents),
			figures: figuresOf(action, demand, terms)
		};
	});
}

function figuresOf(action: string, demand: Demand, terms: StaffingTerms): DayInterval['figures'] {
	if (demand.volume === 0) return emptyFigures;
	const queue = intervalQueue(demand, terms);
	return (agents) => {
		const figures = queueFigures(queue, agents * (terms.concurrency ?? 1));
		if (figures.status === 'unstable') throw new Error(`${action}: ${figures.explanation}`);
		return figures;
	};
}
