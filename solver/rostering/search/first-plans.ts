import type { AgentRules, CoreProblem, Plan } from '../core/core-problem.ts';
import type { CoverModel } from '../core/cover-model.ts';
import type { PlanSearch } from './plan-search.ts';

export type FirstPlans =
	| { status: 'found'; plans: Plan[] }
	| { status: 'infeasible'; agents: AgentRules[] }
	| { status: 'timed-out' };

/**
 * A first plan for every agent in turn, each the best against those before it; the cover model holds them after.
 * Infeasible names all agents whose rules no plan keeps.
 */
export function firstPlans(
	core: CoreProblem,
	cover: CoverModel,
	searches: PlanSearch[],
	shouldStop: () => boolean
): FirstPlans {
	const { days, kinds, agents } = core;
	const price = new Float64Array(days * (kinds + 1));
	const plans: Plan[] = [];
	const impossible: AgentRules[] = [];
	for (let a = 0; a < agents.length; a++) {
		if (shouldStop()) return { status: 'timed-out' };
		const plan: Plan = new Int16Array(days);
		cover.price(a, 0, days, price);
		for (let i = 0; i < price.length; i++) price[i]! += agents[a]!.cost[i]!;
		if (searches[a]!.replan(plan, price, 0, days, Infinity) === null) impossible.push(agents[a]!);
		else cover.add(a, plan, 0, days);
		plans.push(plan);
	}
	return impossible.length > 0 ? { status: 'infeasible', agents: impossible } : { status: 'found', plans };
}
