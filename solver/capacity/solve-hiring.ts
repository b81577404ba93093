import { createLinearModel, highs } from '../rostering/bound/linear-model.ts';
import type { HiringModel } from './hiring-model.ts';

/** FTE below this is rounding. */
export const HIRING_TOLERANCE = 1e-6;

/**
 * Whole classes of least weight that close every month but those that may stay short; there an FTE-month of shortage has
 * a price.
 *
 * Mixed-integer program solved to optimality by HiGHS: min Σ weight[s]·x[s] + price·Σ short[m] over whole
 * 0 ≤ x ≤ most with Σ effect[s][m]·x[s] + short[m] ≥ missing[m], short only where it may. The answer is
 * checked against the rows again.
 *
 * @param mayStayShort all months that can't be closed among them
 * @param weight what a person who begins in each month weighs, above 0; `price` of an FTE-month of shortage alike
 * @throws Error when the engine's answer breaks a row, which is a fault and no outcome
 */
export async function solveHiring(
	model: HiringModel,
	mayStayShort: readonly number[],
	weight: readonly number[],
	price: number
): Promise<number[]> {
	const { most, effect, missing } = model;
	if (most.every((heads) => heads === 0) || missing.every((need) => need <= 0)) return most.map(() => 0);
	const program = createLinearModel();
	const columns = most.map((heads, s) => program.addColumn(weight[s]!, 0, heads, true));
	const open = new Set(mayStayShort);
	missing.forEach((need, m) => {
		if (need <= 0) return;
		const [at, values] = [[...columns], columns.map((_, s) => effect[s]![m]!)];
		if (open.has(m)) {
			at.push(program.addColumn(price, 0, Infinity));
			values.push(1);
		}
		// Half the tolerance of what counts as closed, so that the engine's own does not break it.
		program.addRow(need - HIRING_TOLERANCE / 2, Infinity, at, values);
	});
	const engine = await highs();
	const classes = engine.withModel(program.toModelData(), (mip) => {
		mip.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 });
		mip.run();
		return columns.map((column) => Math.round(mip.getSolution().colValue[column]!));
	});
	missing.forEach((need, m) => {
		const there = classes.reduce((sum, heads, s) => sum + heads * effect[s]![m]!, 0);
		if (!open.has(m) && there < need - 2 * HIRING_TOLERANCE)
			throw new Error(`Planning hiring: the engine left month ${m} short by ${need - there} FTE.`);
	});
	return classes;
}
