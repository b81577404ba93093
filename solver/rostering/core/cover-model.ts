import type { Plan } from './core-problem.ts';

/**
 * What the agents' work covers, and what shortfall and excess cost. It holds the sum of the plans added to it;
 * the search takes a plan out, prices the agent's options against the rest, and puts a new plan in.
 */
export interface CoverModel {
	/** Cost of all cells as covered now. */
	total(): number;
	/**
	 * Writes into out[day * (kinds + 1) + k], for days in [from, to), the change of `total()` if the agent
	 * worked kind k that day. Off (k = 0) is 0. The agent's own plan must not be in.
	 */
	price(agent: number, from: number, to: number, out: Float64Array): void;
	add(agent: number, plan: Plan, from: number, to: number): void;
	remove(agent: number, plan: Plan, from: number, to: number): void;
}
