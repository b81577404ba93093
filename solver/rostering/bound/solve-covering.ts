import type { CoreProblem } from '../core/core-problem.ts';
import type { IntervalDemand } from '../core/interval-cover.ts';
import { createCoveringModel } from './covering-model.ts';
import { highs } from './linear-model.ts';

export interface CoveringSolution {
	/** Price of one more person in each [lane * intervals + interval]; −over where nobody is needed. */
	prices: Float64Array;
	/** Price of one more person present, of each [floor * intervals + interval]; empty without floors. */
	floorPrices: Float64Array;
	/** People of each [(group * days + day) * (kinds + 1) + kind], in fractions. */
	heads: Float64Array;
	/** Groups of agents, and what one more paid hour and one more shift of a group would save in each window. */
	groups: number[][];
	limits: WindowPrice[];
	/** Group of each agent. */
	groupOf: Int32Array;
}

export interface WindowPrice {
	group: number;
	window: number;
	/** Dual prices: above 0 where the least hours bind, below where the most do. */
	hour: number;
	shift: number;
}

/** Beyond this many agent-days the program is solved by its windows of hours, each for itself. */
const MOST_AT_ONCE = 5_000;

/**
 * Solves the covering program by the interior-point method without crossover: its optimum is highly degenerate,
 * and the simplex method takes ten times as long for a vertex that nobody needs. Large ones are solved window by window,
 * which leaves out only what is worked from one into the next: the bound is honest at any prices, and theirs are as good.
 * `shouldStop` is polled some thousand times a second and ends it at once; null then, and when the engine fails.
 */
export async function solveCovering(
	core: CoreProblem,
	demand: IntervalDemand,
	shouldStop: () => boolean,
	mostAtOnce = MOST_AT_ONCE
): Promise<CoveringSolution | null> {
	const { days, kinds, agents } = core;
	const windows = agents[0]?.windows ?? [];
	const parts = agents.length * days > mostAtOnce ? windows : [{ from: 0, to: days }];
	const prices = new Float64Array(demand.required.length).fill(-demand.over);
	const floorPrices = new Float64Array(demand.floors?.least.length ?? 0);
	const groupOf = new Int32Array(agents.length);
	const limits: WindowPrice[] = [];
	let groups: number[][] = [];
	let heads = new Float64Array(0);
	const engine = await highs();
	const { modelStatus } = engine.constants;
	for (const { from, to } of parts) {
		const part = createCoveringModel(core, demand, from, to);
		const { model, cellRow, floorRow, headColumn } = part;
		groups = part.groups;
		if (heads.length === 0) heads = new Float64Array(groups.length * days * (kinds + 1));
		groups.forEach((group, g) => group.forEach((a) => (groupOf[a] = g)));
		const isSolved = engine.withModel(model.toModelData(), (lp) => {
			lp.options.set({
				output_flag: false,
				solver: 'ipm',
				run_crossover: 'off',
				ipm_optimality_tolerance: 1e-5
			});
			const poll = (event: { interrupt(): void }): undefined => {
				if (shouldStop()) event.interrupt();
			};
			const run = lp.run({ 1: poll, 2: poll });
			if (run.modelStatus !== modelStatus.optimal && run.modelStatus !== modelStatus.unknown) return false;
			const { rowDual, colValue } = lp.getSolution();
			cellRow.forEach((row, cell) => row >= 0 && (prices[cell] = rowDual[row]!));
			floorRow.forEach((row, cell) => row >= 0 && (floorPrices[cell] = rowDual[row]!));
			for (const { group, window, hoursRow, shiftsRow } of part.limits)
				limits.push({ group, window, hour: rowDual[hoursRow]!, shift: rowDual[shiftsRow]! });
			headColumn.forEach((column, i) => column >= 0 && (heads[i] = Math.max(0, colValue[column]!)));
			return [prices, floorPrices].every((list) => list.every(Number.isFinite));
		});
		if (!isSolved) return null;
	}
	return { prices, floorPrices, heads, groups, limits, groupOf };
}
