import type { Highs, Model } from 'highs';
import { createLinearModel } from '../bound/linear-model.ts';
import type { CoreProblem, Plan } from '../core/core-problem.ts';
import type { ShiftDemand } from '../core/shift-cover.ts';
import { createPlanPool, type PlanPool } from './plan-pool.ts';
import type { PlanSearch } from './plan-search.ts';

/**
 * The master problem over whole plans (Dantzig–Wolfe): choose one plan an agent so that cover and choices cost
 * least. Its linear relaxation is solved by pricing new plans with the agents' exact searches, and bounds every
 * roster from below.
 */
export interface ColumnGeneration {
	pool: PlanPool;
	/** Weight of each pooled plan in the last linear solution. */
	weights(): Float64Array;
	/** Price of one more person in each [day * (kinds + 1) + kind] in the last linear solution. */
	cellPrices(): Float64Array;
	add(agent: number, plan: Plan): void;
	/** One round of solving and pricing; agents held to a plan are not priced, nor any after `shouldStop`. */
	round(shouldStop?: () => boolean): Round;
	/** Reduced cost of each pooled plan at the last linear solution with nobody held. */
	reducedCosts(): Float64Array;
	/** Holds the agent to one pooled plan, or with −1 lets it choose again. */
	hold(agent: number, index: number): void;
	/** Index of the plan each agent is held to, −1 when free. */
	held: Int32Array;
	dispose(): void;
}

export interface Round {
	/** Optimum over the plans at hand. */
	linearObjective: number;
	/** Lagrangian bound of this round: no roster costs less. −Infinity while an agent is held or left out. */
	bound: number;
	/** Plans added; none means that the relaxation is solved. */
	added: number;
}

/** @param start a plan for every agent that keeps the rules */
export function createColumnGeneration(
	engine: Highs,
	core: CoreProblem,
	demand: ShiftDemand,
	searches: PlanSearch[],
	start: Plan[]
): ColumnGeneration {
	const { days, kinds, agents } = core;
	const width = kinds + 1;
	const builder = createLinearModel();
	const rowOf = new Int32Array(days * width).fill(-1);
	agents.forEach(() => builder.addRow(1, 1, [], []));
	for (let d = 0; d < days; d++)
		for (let k = 1; k < width; k++) {
			const cell = d * width + k;
			const short = builder.addColumn(demand.under[cell]!, 0, Infinity);
			const excess = builder.addColumn(demand.over[cell]!, 0, Infinity);
			rowOf[cell] = builder.addRow(demand.required[cell]!, demand.required[cell]!, [short, excess], [1, -1]);
		}
	const slacks = 2 * days * kinds;
	const model: Model = engine.createModel(builder.toModelData());
	model.options.set({ output_flag: false });

	const pool = createPlanPool();
	const add = (agent: number, plan: Plan) => {
		const index = pool.add(agent, plan);
		if (index < 0) return;
		let cost = 0;
		const rows = [agent];
		for (let d = 0; d < days; d++) {
			const cell = d * width + plan[d]!;
			cost += agents[agent]!.cost[cell]!;
			if (plan[d]! > 0) rows.push(rowOf[cell]!);
		}
		model.addCol(cost, 0, Infinity, { indices: rows, values: rows.map(() => 1) });
	};
	start.forEach((plan, a) => add(a, plan));

	const price = new Float64Array(days * width);
	const prices = new Float64Array(days * width);
	const plan: Plan = new Int16Array(days);
	let weights = new Float64Array(0);
	let reduced = new Float64Array(0);
	const held = new Int32Array(agents.length).fill(-1);

	return {
		pool,
		held,
		hold(agent, index) {
			if (held[agent]! >= 0) model.changeColBounds(slacks + held[agent]!, 0, Infinity);
			if (index >= 0) model.changeColBounds(slacks + index, 1, 1);
			held[agent] = index;
		},
		weights: () => weights,
		cellPrices: () => prices,
		add,
		reducedCosts: () => reduced,
		round(shouldStop) {
			model.run();
			const linearObjective = model.getObjectiveValue();
			const solution = model.getSolution();
			weights = solution.colValue.subarray(slacks) as Float64Array<ArrayBuffer>;
			const dual = solution.rowDual;
			if (held.every((c) => c < 0)) reduced = solution.colDual.subarray(slacks) as Float64Array<ArrayBuffer>;
			let bound = 0;
			for (let cell = 0; cell < rowOf.length; cell++) {
				if (rowOf[cell]! < 0) continue;
				// Clipped to what the slacks allow, so that rounding in the engine can't lift the bound.
				prices[cell] = Math.max(-demand.over[cell]!, Math.min(demand.under[cell]!, dual[rowOf[cell]!]!));
				bound += prices[cell]! * demand.required[cell]!;
			}
			let added = 0;
			agents.forEach((agent, a) => {
				if (held[a]! >= 0 || shouldStop?.() === true) {
					bound = -Infinity;
					return;
				}
				for (let i = 0; i < price.length; i++) price[i] = agent.cost[i]! - prices[i]!;
				const value = searches[a]!.replan(plan, price, 0, days, dual[a]! - 1e-6);
				bound += value ?? dual[a]! - 1e-6;
				if (value === null) return;
				const before = pool.plans.length;
				add(a, plan);
				if (pool.plans.length > before) added++;
			});
			return { linearObjective, bound, added };
		},
		dispose: () => model.dispose()
	};
}
