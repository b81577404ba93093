import type { Highs } from 'highs';
import { createLinearModel } from '../bound/linear-model.ts';
import type { CoreProblem, Plan } from '../core/core-problem.ts';
import type { ShiftDemand } from '../core/shift-cover.ts';
import type { PlanPool } from './plan-pool.ts';

/**
 * The best combination of pooled plans, one an agent, by mixed-integer programming; agents without a candidate
 * keep their plan of `plans`.
 *
 * @param candidates indexes into the pool
 * @param cutoff only a combination at no more cost is of use
 * @param from first day counted; on other days all plans of an agent are alike
 * @param to the day after the last
 * @returns a plan for each agent, or null when none better was found in the time
 */
export function combinePlans(
	engine: Highs,
	core: CoreProblem,
	demand: ShiftDemand,
	pool: PlanPool,
	candidates: number[],
	plans: Plan[],
	cutoff: number,
	limits: { seconds: number; shouldStop: () => boolean },
	from = 0,
	to = core.days
): Plan[] | null {
	const { days, kinds, agents } = core;
	const width = kinds + 1;
	const model = createLinearModel();
	const members: { columns: number[]; values: number[] }[] = agents.map(() => ({ columns: [], values: [] }));
	const cells: number[][] = Array.from({ length: days * width }, () => []);
	const fixedCount = new Int32Array(days * width);
	let fixedCost = 0;
	const costOf = (a: number, plan: Plan) => {
		let cost = 0;
		for (let d = from; d < to; d++) cost += agents[a]!.cost[d * width + plan[d]!]!;
		return cost;
	};
	for (const c of candidates) {
		const a = pool.agents[c]!;
		const plan = pool.plans[c]!;
		const column = model.addColumn(costOf(a, plan), 0, 1, true);
		members[a]!.columns.push(column);
		members[a]!.values.push(1);
		for (let d = from; d < to; d++) if (plan[d]! > 0) cells[d * width + plan[d]!]!.push(column);
	}
	members.forEach((m, a) => {
		if (m.columns.length > 0) return void model.addRow(1, 1, m.columns, m.values);
		fixedCost += costOf(a, plans[a]!);
		for (let d = from; d < to; d++) fixedCount[d * width + plans[a]![d]!]!++;
	});
	for (let d = from; d < to; d++)
		for (let k = 1; k < width; k++) {
			const cell = d * width + k;
			const columns = cells[cell]!;
			const left = demand.required[cell]! - fixedCount[cell]!;
			// Whole columns tell the engine that whole weights make a whole objective.
			const short = model.addColumn(demand.under[cell]!, 0, Infinity, Number.isInteger(left));
			const excess = model.addColumn(demand.over[cell]!, 0, Infinity, Number.isInteger(left));
			model.addRow(left, left, [...columns, short, excess], [...columns.map(() => 1), 1, -1]);
		}
	return engine.withModel(model.toModelData(), (mip) => {
		mip.options.set({ output_flag: false, time_limit: limits.seconds, objective_bound: cutoff - fixedCost });
		mip.run({
			6: (event) => {
				if (limits.shouldStop()) event.interrupt();
			}
		});
		if (!(mip.getObjectiveValue() + fixedCost <= cutoff)) return null;
		const { colValue } = mip.getSolution();
		const chosen = plans.map((p) => p.slice());
		let picked = 0;
		candidates.forEach((c, column) => {
			if (colValue[column]! < 0.5) return;
			chosen[pool.agents[c]!] = pool.plans[c]!.slice();
			picked++;
		});
		return picked === members.filter((m) => m.columns.length > 0).length ? chosen : null;
	});
}
