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
	/** Group of each agent. */
	groupOf: Int32Array;
}

/**
 * Solves the covering program by the interior-point method without crossover: its optimum is highly degenerate,
 * and the simplex method takes ten times as long for a vertex that nobody needs. `shouldStop` is polled some
 * thousand times a second and ends it at once; null then, and when the engine fails.
 */
export async function solveCovering(
	core: CoreProblem,
	demand: IntervalDemand,
	shouldStop: () => boolean
): Promise<CoveringSolution | null> {
	const { model, cellRow, floorRow, groups, headColumn } = createCoveringModel(core, demand);
	const engine = await highs();
	const { modelStatus } = engine.constants;
	return engine.withModel(model.toModelData(), (lp) => {
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
		if (run.modelStatus !== modelStatus.optimal && run.modelStatus !== modelStatus.unknown) return null;
		const { rowDual, colValue } = lp.getSolution();
		const prices = Float64Array.from(cellRow, (row) => (row < 0 ? -demand.over : rowDual[row]!));
		const floorPrices = Float64Array.from(floorRow, (row) => (row < 0 ? 0 : rowDual[row]!));
		if (![prices, floorPrices].every((list) => list.every(Number.isFinite))) return null;
		const heads = Float64Array.from(headColumn, (column) =>
			column < 0 ? 0 : Math.max(0, colValue[column]!)
		);
		const groupOf = new Int32Array(core.agents.length);
		groups.forEach((group, g) => group.forEach((a) => (groupOf[a] = g)));
		return { prices, floorPrices, heads, groupOf };
	});
}
