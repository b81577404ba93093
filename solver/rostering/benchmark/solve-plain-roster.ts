import { addAgentRules } from '../bound/compact-model.ts';
import { createCoveringModel } from '../bound/covering-model.ts';
import { highs } from '../bound/linear-model.ts';
import { compileProblem } from '../core/compile-problem.ts';
import type { Plan } from '../core/core-problem.ts';
import type { RosterProblem } from '../problem.ts';
import { rosterCost } from '../roster-cost.ts';

/** With more binaries the model does not fit into the engine's memory. */
const MOST_BINARIES = 100_000;

/**
 * A problem with demand by interval given to HiGHS as the plain mixed-integer model: a binary for every agent, day and
 * shift, every rule as rows, people of equal skills flowing to what they know. The yardstick for our own search, for
 * contracts without spans, sequences and published rosters. Null when it is too large to be tried.
 */
export async function solvePlainRoster(
	problem: RosterProblem,
	seconds: number,
	seed: number
): Promise<{ objective: number | null; bound: number } | null> {
	const compiled = compileProblem(problem);
	const { core, demand } = compiled;
	const { days, kinds, agents } = core;
	const width = kinds + 1;
	if (agents.length * days * kinds > MOST_BINARIES) return null;
	const apart = agents.map((_, a) => [a]);
	const { model, constant, headColumn } = createCoveringModel(core, demand, 0, days, apart);
	const columnOf = (a: number) => headColumn.subarray(a * days * width, (a + 1) * days * width);
	agents.forEach((agent, a) => addAgentRules(model, core, agent, columnOf(a)));
	const data = model.toModelData();
	const integrality: (0 | 1)[] = Array.from({ length: data.numCols }, () => 0);
	for (const column of headColumn) if (column >= 0) integrality[column] = 1;
	return (await highs()).withModel({ ...data, integrality }, (mip) => {
		mip.options.set({ output_flag: false, time_limit: seconds, random_seed: seed, mip_rel_gap: 0 });
		mip.run();
		const bound = Number(mip.info.get('mip_dual_bound')) + constant;
		if (Number(mip.info.get('primal_solution_status')) !== 2) return { objective: null, bound };
		const { colValue } = mip.getSolution();
		const plans = agents.map((_, a) => {
			const plan: Plan = new Int16Array(days);
			columnOf(a).forEach((column, i) => {
				if (column >= 0 && colValue[column]! > 0.5) plan[Math.floor(i / width)] = i % width;
			});
			return plan;
		});
		return { objective: rosterCost(compiled, plans), bound };
	});
}
