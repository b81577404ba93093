import type { BalanceModel } from './balance-model.ts';
import type { BalanceProblem } from './balance-problem.ts';

/** The rows of the piecewise program (queues, groups, the limit of moves) and the columns of its ways, laid out flat. */
export interface SimplexColumns {
	/** By row: what its entries and its own variable add up to. */
	right: Float64Array;
	/** Column w lies between start[w] and start[w + 1]. */
	start: Int32Array;
	row: Int32Array;
	value: Float64Array;
	cost: Float64Array;
}

/** A queue's staff less what the ways add is what it had; a group's agents are those sent and those left; likewise moves. */
export function simplexColumns(
	{ queues, groups, mostMoves }: BalanceProblem,
	{ ways, staff }: BalanceModel
): SimplexColumns {
	const groupRow = new Map<number, number>();
	for (const { group } of ways)
		if (group >= 0 && !groupRow.has(group)) groupRow.set(group, queues.length + groupRow.size);
	const movesRow = mostMoves === undefined ? -1 : queues.length + groupRow.size;
	const right = new Float64Array(queues.length + groupRow.size + (movesRow < 0 ? 0 : 1));
	right.set(staff);
	for (const [group, row] of groupRow) right[row] = groups[group]!.agents;
	if (movesRow >= 0) right[movesRow] = mostMoves!;
	const start = new Int32Array(ways.length + 1);
	const [rows, values]: [number[], number[]] = [[], []];
	const enter = (row: number, value: number) => {
		rows.push(row);
		values.push(value);
	};
	ways.forEach(({ effects, group, isMove }, w) => {
		for (const { queue, agents } of effects) enter(queue, -agents);
		if (group >= 0) enter(groupRow.get(group)!, 1);
		if (isMove && movesRow >= 0) enter(movesRow, 1);
		start[w + 1] = rows.length;
	});
	const cost = Float64Array.from(ways, (way) => way.cost);
	return { right, start, row: Int32Array.from(rows), value: Float64Array.from(values), cost };
}
