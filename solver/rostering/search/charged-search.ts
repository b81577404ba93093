import type { AgentRules, Plan } from '../core/core-problem.ts';
import { createPlanSearch, type PlanSearch } from './plan-search.ts';
import type { SharedGraphs } from './rule-graph.ts';

/**
 * `createPlanSearch` for an agent whose plan costs a charge once it differs from the published one in any day. Exact:
 * either nothing differs, or the cheapest plan of all is charged. Costs answered and `below` include the charge.
 *
 * Cost: that of the search within.
 */
export function createChargedSearch(
	rules: AgentRules,
	kindMinutes: Int32Array,
	days: number,
	graphs?: SharedGraphs
): PlanSearch {
	const within = createPlanSearch(rules, kindMinutes, days, graphs);
	const { standing } = rules;
	if (!standing || standing.charge <= 0) return within;
	const { plan: published, charge } = standing;
	const width = kindMinutes.length;
	const isLawful = keepsRules(within, published, width, days);
	return {
		isExact: within.isExact,
		replan(plan, cost, from, to, below) {
			const differs = plan.some((kind, d) => (d < from || d >= to) && kind !== published[d]);
			let kept = Infinity;
			if (!differs && isLawful) {
				kept = 0;
				for (let d = from; d < to; d++) kept += cost[d * width + published[d]!]!;
			}
			const found = within.replan(plan, cost, from, to, Math.min(below, kept) - charge);
			if (found !== null) return found + charge;
			if (kept >= below) return null;
			for (let d = from; d < to; d++) plan[d] = published[d]!;
			return kept;
		}
	};
}

/** Whether a plan is among those that the search may answer. */
function keepsRules(search: PlanSearch, wanted: Plan, width: number, days: number): boolean {
	const cost = new Float64Array(days * width).fill(1);
	wanted.forEach((kind, d) => (cost[d * width + kind] = 0));
	return search.replan(new Int16Array(days), cost, 0, days, 0.5) !== null;
}
