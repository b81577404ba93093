import type { CompiledProblem } from '../core/compile-problem.ts';
import { createPlanSearch } from '../search/plan-search.ts';
import type { SharedGraphs } from '../search/rule-graph.ts';
import { pricedBound } from './priced-bound.ts';
import { solveCovering } from './solve-covering.ts';

/**
 * Whether no roster reaches the minimum staff: with nothing else at a cost, a person missing still costs something in
 * the Lagrangian bound. False may also mean that the bound is too weak to tell.
 *
 * Cost: that of one covering program and one exact plan search for each agent; `shouldStop` ends it.
 */
export async function provesMissing(
	{ core, demand }: CompiledProblem,
	shouldStop: () => boolean
): Promise<boolean> {
	const free = {
		...core,
		agents: core.agents.map(({ standing: _, ...rules }) => ({
			...rules,
			cost: new Float64Array(rules.cost.length)
		}))
	};
	const floorsAlone = {
		...demand,
		...{ under: 0, over: 0, deepUnder: 0 },
		floors: { ...demand.floors!, under: 1 }
	};
	const covering = await solveCovering(free, floorsAlone, shouldStop);
	if (!covering) return false;
	const graphs: SharedGraphs = [];
	const searches = free.agents.map((a) => createPlanSearch(a, core.kindMinutes, core.days, graphs));
	const bound = pricedBound(free, floorsAlone, searches, covering, shouldStop);
	return bound !== null && bound > 1e-6;
}
