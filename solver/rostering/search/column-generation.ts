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
	/**
	 * For each pooled plan a lower bound on the cost of any roster that contains it, from the best Lagrangian
	 * bound so far; null before the first.
	 */
	boundsWith(): Float64Array | null;
	/** Holds the agent to one pooled plan, or with −1 lets it choose again. */
	hold(agent: number, index: number): void;
	/** From now on the agent must take this option that day. */
	require(agent: number, day: number, option: number): void;
	/** Lifts all requirements. */
	liftRequired(): void;
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
	// An agent whose plans are all shut out is missing at this price, more than any plan can cost.
	let missing = 1;
	for (let i = 0; i < demand.under.length; i++) missing += demand.under[i]! + demand.over[i]!;
	for (const agent of agents) missing += agent.cost.reduce((m, c) => Math.max(m, c), 0);
	const slacks = 2 * days * kinds + agents.length;
	const model: Model = engine.createModel(builder.toModelData());
	model.options.set({ output_flag: false });

	agents.forEach((_, a) => model.addCol(missing, 0, Infinity, { indices: [a], values: [1] }));
	/** Extra cost of options shut out, far above `missing`; a row for each agent that has any. */
	const shut: (Float64Array | null)[] = agents.map(() => null);
	const disabled = new Set<number>();

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
	let proof: { base: number; prices: Float64Array; agentBounds: Float64Array } | null = null;
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
		require(agent, day, option) {
			const row = (shut[agent] ??= new Float64Array(days * width));
			for (let k = 0; k < width; k++) if (k !== option) row[day * width + k] = 100 * missing;
			pool.plans.forEach((p, c) => {
				if (pool.agents[c] !== agent || p[day] === option || disabled.has(c)) return;
				disabled.add(c);
				model.changeColBounds(slacks + c, 0, 0);
			});
		},
		liftRequired() {
			for (const c of disabled) model.changeColBounds(slacks + c, 0, Infinity);
			disabled.clear();
			shut.fill(null);
		},
		boundsWith() {
			if (!proof) return null;
			const { base, prices: at, agentBounds } = proof;
			return Float64Array.from(pool.plans, (p, c) => {
				const a = pool.agents[c]!;
				let cost = 0;
				for (let d = 0; d < days; d++) {
					const cell = d * width + p[d]!;
					cost += agents[a]!.cost[cell]! - (p[d]! > 0 ? at[cell]! : 0);
				}
				return base + cost - agentBounds[a]!;
			});
		},
		round(shouldStop) {
			model.run();
			const linearObjective = model.getObjectiveValue();
			const solution = model.getSolution();
			weights = solution.colValue.subarray(slacks) as Float64Array<ArrayBuffer>;
			const dual = solution.rowDual;
			let bound = 0;
			for (let cell = 0; cell < rowOf.length; cell++) {
				if (rowOf[cell]! < 0) continue;
				// Clipped to what the slacks allow, so that rounding in the engine can't lift the bound.
				prices[cell] = Math.max(-demand.over[cell]!, Math.min(demand.under[cell]!, dual[rowOf[cell]!]!));
				bound += prices[cell]! * demand.required[cell]!;
			}
			const agentBounds = new Float64Array(agents.length);
			let added = 0;
			agents.forEach((agent, a) => {
				if (held[a]! >= 0 || shouldStop?.() === true) {
					bound = -Infinity;
					return;
				}
				const barred = shut[a];
				for (let i = 0; i < price.length; i++)
					price[i] = agent.cost[i]! - prices[i]! + (barred ? barred[i]! : 0);
				const value = searches[a]!.replan(plan, price, 0, days, dual[a]! - 1e-6);
				agentBounds[a] = value ?? dual[a]! - 1e-6;
				bound += barred ? -Infinity : agentBounds[a]!;
				if (value === null) return;
				const before = pool.plans.length;
				add(a, plan);
				if (pool.plans.length > before) added++;
			});
			if (bound > (proof?.base ?? -Infinity)) proof = { base: bound, prices: prices.slice(), agentBounds };
			return { linearObjective, bound, added };
		},
		dispose: () => model.dispose()
	};
}
