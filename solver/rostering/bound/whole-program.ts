import type { ModelData } from 'highs';
import type { CoreProblem } from '../core/core-problem.ts';
import type { IntervalDemand } from '../core/interval-cover.ts';
import type { CoveringModel } from './covering-model.ts';

/**
 * The covering program in whole people, to be solved once. Where all have the same skills it is enough that the heads of
 * all groups together are whole, for each day and kind: who of them works what is then a transportation problem, which has
 * whole solutions. That is solved in half the time; with several skills the heads of each group must be whole.
 */
export function inWholePeople({ model, groups, crews, headColumn }: CoveringModel): ModelData {
	const whole = crews === 1 ? addSums() : [...headColumn];
	const data = model.toModelData();
	const integrality: (0 | 1)[] = Array.from({ length: data.numCols }, () => 0);
	for (const column of whole) if (column >= 0) integrality[column] = 1;
	return { ...data, integrality };

	function addSums(): number[] {
		const cells = headColumn.length / groups.length;
		return Array.from({ length: cells }, (_, cell) => {
			const parts = groups.map((_, g) => headColumn[g * cells + cell]!).filter((column) => column >= 0);
			if (parts.length === 0) return -1;
			const sum = model.addColumn(0, 0, Infinity);
			model.addRow(0, 0, [sum, ...parts], [1, ...parts.map(() => -1)]);
			return sum;
		});
	}
}

/** Whether a shift that begins on the day may reach into the next one. */
export function reachesOn(
	{ days, kinds, agents }: CoreProblem,
	demand: IntervalDemand,
	day: number
): boolean {
	if (day < 0 || day + 1 >= days) return false;
	return demand.stretches.some(
		(own, k) =>
			own.some((at) => at > demand.intervalsPerDay) &&
			agents.some(({ allowed }) => allowed[day * (kinds + 1) + k] === 1)
	);
}
