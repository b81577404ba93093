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
	add(agent: number, plan: Plan): void;
	/** One round of solving and pricing; agents held to a plan are not priced, nor any after `shouldStop`. */
	round(shouldStop?: () => boolean): Round;
	/**
	 * A lower bound on the cost of any roster in which the agent has this plan, from the best Lagrangian bound so far;
	 * −Infinity before the first, and where the searches are not exact.
	 */
	boundWith(agent: number, plan: Plan): number;
	/** Holds the agent to one pooled plan, or with −1 lets it choose again. */
	hold(agent: number, index: number): void;
	/** Index of the plan each agent is held to, −1 when free. */
	held: Int32Array;
	/** Days planned, from `from` to before `to`. A cell is day × width + kind; there are so many cells. */
	from: number;
	to: number;
	width: number;
	cells: number;
	/** Leaves the agent only plans that work the cell, or only those that don't, until that is released again. */
	restrict(at: Cell, works: boolean): void;
	release(at: Cell, works: boolean): void;
	/**
	 * Solves under the restrictions, and prices new plans only while those at hand cost more than `most`.
	 *
	 * @returns the linear optimum over the plans at hand; more than `most` where no plans cost less, or it was stopped
	 */
	settle(most: number, shouldStop?: () => boolean): number;
	dispose(): void;
}

/** An agent on a day and kind. */
export interface Cell {
	agent: number;
	cell: number;
}

export interface Round {
	/** Optimum over the plans at hand. */
	linearObjective: number;
	/**
	 * Lagrangian bound of this round: no roster costs less. −Infinity while an agent is held or left out, and where the
	 * searches are not exact.
	 */
	bound: number;
	/** Plans added; none means that the relaxation is solved. */
	added: number;
}

/**
 * @param start a plan for every agent that keeps the rules
 * @param range the days planned; on others everyone keeps to `start`, and neither they nor their demand are counted
 */
export function createColumnGeneration(
	engine: Highs,
	core: CoreProblem,
	demand: ShiftDemand,
	searches: PlanSearch[],
	start: Plan[],
	range = { from: 0, to: core.days },
	smoothing = 0.5
): ColumnGeneration {
	const { days, kinds, agents } = core;
	const { from, to } = range;
	const width = kinds + 1;
	const builder = createLinearModel();
	const rowOf = new Int32Array(days * width).fill(-1);
	agents.forEach(() => builder.addRow(1, 1, [], []));
	for (let d = from; d < to; d++)
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
	const slacks = 2 * (to - from) * kinds + agents.length;
	const model: Model = engine.createModel(builder.toModelData());
	model.options.set({ output_flag: false });

	agents.forEach((_, a) => model.addCol(missing, 0, Infinity, { indices: [a], values: [1] }));
	/** Whether bounds have changed since the last run. */
	let isBarred = false;
	/** Restrictions in force; by agent, what each cell costs because of them, and by plan how many it breaks. */
	let restrictions = 0;
	const pulls: (Float64Array | undefined)[] = [];
	const broken: number[] = [];
	/** Pooled plans of each agent. */
	const owned: number[][] = agents.map(() => []);

	const pool = createPlanPool();
	const add = (agent: number, plan: Plan) => {
		const index = pool.add(agent, plan);
		if (index < 0) return;
		let cost = 0;
		const rows = [agent];
		for (let d = from; d < to; d++) {
			const cell = d * width + plan[d]!;
			cost += agents[agent]!.cost[cell]!;
			if (plan[d]! > 0) rows.push(rowOf[cell]!);
		}
		model.addCol(cost, 0, Infinity, { indices: rows, values: rows.map(() => 1) });
		broken.push(0);
		owned[agent]!.push(index);
	};
	start.forEach((plan, a) => add(a, plan));

	const price = new Float64Array(days * width);
	const prices = new Float64Array(days * width);
	const smooth = new Float64Array(days * width);
	const plan: Plan = new Int16Array(days);
	let weights = new Float64Array(0);
	let proof: { base: number; prices: Float64Array; agentBounds: Float64Array } | null = null;
	const held = new Int32Array(agents.length).fill(-1);
	/** Else the best prices so far still steady the next, but prove nothing. */
	const isExact = searches.every((search) => search.isExact);

	/** Prices new plans at the last solution's prices, moved by the given share to those of the best bound. */
	const priceAgents = (share: number, dual: Float64Array, shouldStop?: () => boolean) => {
		let bound = 0;
		for (let cell = 0; cell < rowOf.length; cell++) {
			if (rowOf[cell]! < 0) continue;
			smooth[cell] = share === 0 ? prices[cell]! : (1 - share) * prices[cell]! + share * proof!.prices[cell]!;
			bound += smooth[cell]! * demand.required[cell]!;
		}
		const agentBounds = new Float64Array(agents.length);
		let added = 0;
		let isStopped = false;
		agents.forEach((agent, a) => {
			isStopped ||= shouldStop?.() === true;
			if (held[a]! >= 0 || isStopped) {
				bound = -Infinity;
				return;
			}
			const pull = restrictions > 0 ? pulls[a] : undefined;
			for (let i = from * width; i < to * width; i++)
				price[i] = agent.cost[i]! - smooth[i]! + (pull ? pull[i]! : 0);
			const below = share === 0 ? dual[a]! - 1e-6 : Infinity;
			plan.set(start[a]!);
			const value = searches[a]!.replan(plan, price, from, to, below);
			agentBounds[a] = value ?? below;
			bound += agentBounds[a]!;
			if (value === null) return;
			if (share > 0) {
				let reduced = -dual[a]!;
				for (let d = from; d < to; d++) {
					const cell = d * width + plan[d]!;
					reduced += agent.cost[cell]! - (plan[d]! > 0 ? prices[cell]! : 0);
				}
				if (reduced > -1e-6) return;
			}
			const before = pool.plans.length;
			add(a, plan);
			if (pool.plans.length > before) added++;
		});
		// What holds under restrictions holds of no other roster.
		if (restrictions === 0 && bound > (proof?.base ?? -Infinity))
			proof = { base: bound, prices: smooth.slice(), agentBounds };
		return { bound, added, isStopped };
	};

	/** The prices of the last run, clipped to what the slacks allow, so that rounding in the engine can't lift a bound. */
	const takePrices = (dual: Float64Array) => {
		for (let cell = 0; cell < rowOf.length; cell++) {
			if (rowOf[cell]! < 0) continue;
			prices[cell] = Math.max(-demand.over[cell]!, Math.min(demand.under[cell]!, dual[rowOf[cell]!]!));
		}
	};
	/** Puts a restriction in force (by 1) or takes it back (−1). */
	const change = ({ agent, cell }: Cell, works: boolean, by: 1 | -1) => {
		restrictions += by;
		const day = Math.floor(cell / width);
		const kind = cell % width;
		const pull = (pulls[agent] ??= new Float64Array(days * width));
		if (works) {
			for (let k = 0; k < width; k++) if (k !== kind) pull[day * width + k]! += by * 2 * missing;
		} else pull[cell]! += by * 2 * missing;
		for (const c of owned[agent]!) {
			if ((pool.plans[c]![day] === kind) === works) continue;
			broken[c]! += by;
			if (broken[c] === (by > 0 ? 1 : 0)) model.changeColBounds(slacks + c, 0, by > 0 ? 0 : Infinity);
		}
	};

	return {
		pool,
		held,
		from,
		to,
		width,
		cells: days * width,
		restrict: (at, works) => change(at, works, 1),
		release: (at, works) => change(at, works, -1),
		settle(most, shouldStop) {
			model.options.set({ simplex_strategy: 1, objective_bound: most });
			let objective: number;
			let isFull = false;
			for (;;) {
				model.run();
				objective = model.getObjectiveValue();
				if (!(objective > most) || shouldStop?.()) break;
				const dual = model.getSolution().rowDual;
				takePrices(dual);
				const { added, bound, isStopped } = priceAgents(0, dual, shouldStop);
				if (added > 0) continue;
				// Without the Lagrangian bound's word for it, that the engine stopped early proves nothing.
				if (isStopped || isFull || bound > most) break;
				isFull = true;
				model.options.set({ objective_bound: Number.MAX_VALUE });
			}
			weights = model.getSolution().colValue.subarray(slacks) as Float64Array<ArrayBuffer>;
			model.options.set({ objective_bound: Number.MAX_VALUE });
			isBarred = true;
			return objective;
		},
		hold(agent, index) {
			isBarred = true;
			held[agent] = index;
			// The others are shut out by name: simplex then need not find out that they can't come in.
			const most = index < 0 ? Infinity : 0;
			pool.agents.forEach((a, c) => {
				if (a === agent) model.changeColBounds(slacks + c, 0, most);
			});
			if (index >= 0) model.changeColBounds(slacks + index, 1, 1);
		},
		weights: () => weights,
		add,
		boundWith(agent, plan) {
			if (!proof || !isExact) return -Infinity;
			const { base, prices: at, agentBounds } = proof;
			let cost = 0;
			for (let d = from; d < to; d++) {
				const cell = d * width + plan[d]!;
				cost += agents[agent]!.cost[cell]! - (plan[d]! > 0 ? at[cell]! : 0);
			}
			return base + cost - agentBounds[agent]!;
		},
		round(shouldStop) {
			// New columns leave the last solution feasible, as primal simplex needs; holds leave it optimal in price.
			model.options.set({ simplex_strategy: isBarred ? 1 : 4 });
			isBarred = false;
			model.run();
			const linearObjective = model.getObjectiveValue();
			const solution = model.getSolution();
			weights = solution.colValue.subarray(slacks) as Float64Array<ArrayBuffer>;
			const dual = solution.rowDual;
			takePrices(dual);
			// Prices halfway to those of the best bound so far swing less from round to round (Wentges 1997).
			const share = proof && proof.base > -Infinity ? smoothing : 0;
			let priced = priceAgents(share, dual, shouldStop);
			if (priced.added === 0 && share > 0 && !priced.isStopped) priced = priceAgents(0, dual, shouldStop);
			return { linearObjective, bound: isExact ? priced.bound : -Infinity, added: priced.added };
		},
		dispose: () => model.dispose()
	};
}
