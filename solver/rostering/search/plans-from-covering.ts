import type { CoveringSolution } from '../bound/solve-covering.ts';
import type { CoreProblem, Plan } from '../core/core-problem.ts';
import type { IntervalDemand } from '../core/interval-cover.ts';
import type { CoverModel } from '../core/cover-model.ts';
import type { PlanSearch } from './plan-search.ts';

/**
 * A plan for every agent in turn that follows the covering program: each the best against those before it at the
 * program's prices, where a shift for which the group still has heads left is worth a share more. On return the
 * cover model holds the new plans instead of `current`.
 *
 * Cost: one exact plan search for each agent.
 */
export function plansFromCovering(
	core: CoreProblem,
	demand: IntervalDemand,
	cover: CoverModel,
	searches: PlanSearch[],
	current: Plan[],
	covering: CoveringSolution
): Plan[] {
	const { days, kinds, kindMinutes, agents } = core;
	const width = kinds + 1;
	const left = covering.heads.slice();
	const price = new Float64Array(days * width);
	/** Worth of an hour in a shift that the covering program wants: a good part of what cover can bring, not all. */
	const hour = (0.3 * (demand.under + demand.over) * demand.intervalsPerDay) / 24;
	current.forEach((plan, a) => cover.remove(a, plan, 0, days));
	return agents.map((agent, a) => {
		const plan: Plan = current[a]!.slice();
		const base = covering.groupOf[a]! * days * width;
		cover.price(a, 0, days, price);
		for (let i = 0; i < price.length; i++) {
			const wanted = Math.min(1, left[base + i]!);
			price[i]! += agent.cost[i]! - (wanted * (hour * kindMinutes[i % width]!)) / 60;
		}
		searches[a]!.replan(plan, price, 0, days, Infinity);
		for (let d = 0; d < days; d++) left[base + d * width + plan[d]!]!--;
		cover.add(a, plan, 0, days);
		return plan;
	});
}
