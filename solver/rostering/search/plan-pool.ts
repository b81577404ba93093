import type { Plan } from '../core/core-problem.ts';

/** Distinct plans of each agent, collected from the searches for the master problem to combine. */
export interface PlanPool {
	agents: number[];
	plans: Plan[];
	/** Returns the plan's index, or −1 when the pool already has it. */
	add(agent: number, plan: Plan): number;
	/** Index of the plan; −1 when the pool has it not. */
	find(agent: number, plan: Plan): number;
}

export function createPlanPool(): PlanPool {
	const known = new Map<string, number>();
	const keyOf = (agent: number, plan: Plan) => `${agent}:${String.fromCharCode(...plan.map((k) => k + 33))}`;
	const agents: number[] = [];
	const plans: Plan[] = [];
	return {
		agents,
		plans,
		add(agent, plan) {
			const key = keyOf(agent, plan);
			if (known.has(key)) return -1;
			known.set(key, plans.length);
			agents.push(agent);
			plans.push(plan.slice());
			return plans.length - 1;
		},
		find: (agent, plan) => known.get(keyOf(agent, plan)) ?? -1
	};
}
