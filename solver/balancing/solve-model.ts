import solver from 'javascript-lp-solver';
import type { BalanceModel } from './balance-model.ts';

/** Bounds that a search has set on some of the ways: at least, at most. */
export type WayBounds = ReadonlyMap<number, { least: number; most: number }>;

export type ModelAnswer =
	{ status: 'optimal'; objective: number; agents: number[] } | { status: 'infeasible' };

/** Solves the model by the simplex method of javascript-lp-solver. Agents by way, not necessarily whole. */
export function solveModel(model: BalanceModel, bounds: WayBounds = new Map()): ModelAnswer {
	const constraints: Record<string, { max?: number; min?: number; equal?: number }> = {};
	model.rows.forEach(({ kind, right }, r) => {
		constraints[`r${r}`] = kind === '=' ? { equal: right } : { max: right };
	});
	const variables: Record<string, Record<string, number>> = {};
	model.columns.forEach(({ cost, rows, coefficients }, c) => {
		const column: Record<string, number> = { cost };
		rows.forEach((row, k) => (column[`r${row}`] = coefficients[k]!));
		const bound = bounds.get(c);
		if (bound) {
			column[`b${c}`] = 1;
			constraints[`b${c}`] = { min: bound.least, max: bound.most };
		}
		variables[`x${c}`] = column;
	});
	const answer = solver.Solve({ optimize: 'cost', opType: 'min', constraints, variables }) as Record<
		string,
		number | boolean
	>;
	if (answer.feasible !== true || answer.bounded === false) return { status: 'infeasible' };
	return {
		status: 'optimal',
		objective: model.constant + Number(answer.result),
		agents: model.ways.map((_, w) => Number(answer[`x${w}`] ?? 0))
	};
}
