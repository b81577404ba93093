import type { CapacityScenarioInput } from '#lib/contracts/capacity.ts';
import { capacityDemand, type CapacityDemand } from '#solver/capacity/capacity-demand.ts';
import { capacityPlan, type CapacityPlan } from '#solver/capacity/capacity-plan.ts';

// From the parts and not from the solver's index: that one brings the engine of hiring plans, megabytes for the browser.

/** Plans of a scenario that is being changed: what customers ask for is worked out again only when it changes. */
export function createPlanComputer(): (input: CapacityScenarioInput) => CapacityPlan {
	let known: { key: string; demand: CapacityDemand } | null = null;
	return (input) => {
		const { firstMonth, monthCount, changes, maxOccupancy } = input;
		const families = input.families.map(({ profile: _, ...family }) => family);
		const key = JSON.stringify({ firstMonth, monthCount, changes, maxOccupancy, families });
		if (known?.key !== key) known = { key, demand: capacityDemand(input) };
		return capacityPlan(input, known.demand);
	};
}
