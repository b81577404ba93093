import type { BalanceProblem } from './balance-problem.ts';

const refuse = (what: string, value: unknown, wanted: string): never => {
	throw new RangeError(`Balancing the floor: ${what} "${String(value)}" must be ${wanted}.`);
};
const isWhole = (value: number) => Number.isInteger(value) && value >= 0;
/** Curves come from sums: rounding is no fault of theirs. */
const ROUNDING = 1e-9;

/** Refuses what is no floor, with the value and what was wanted. */
export function checkProblem({ queues, groups, moveCost, mostMoves, levers = [] }: BalanceProblem): void {
	const ids = new Set<string>();
	for (const { id, loss, fixed = 0 } of queues) {
		if (ids.has(id)) refuse('queue', id, 'named once');
		ids.add(id);
		if (loss.length === 0) refuse(`loss of queue "${id}"`, '', 'a value for 0 agents at the least');
		if (!(fixed >= 0 && fixed < Infinity)) refuse(`fixed of queue "${id}"`, fixed, 'a number of 0 or more');
		const scale = Math.max(1, loss[0]!) * ROUNDING;
		loss.forEach((value, n) => {
			if (!(value >= 0 && value < Infinity))
				refuse(`loss of queue "${id}" with ${n} agents`, value, '0 or more');
			if (n > 0 && value > loss[n - 1]! + scale)
				refuse(
					`loss of queue "${id}" with ${n} agents`,
					value,
					`at most ${loss[n - 1]!}, that with ${n - 1}`
				);
			if (n > 1 && value - loss[n - 1]! < loss[n - 1]! - loss[n - 2]! - scale)
				refuse(`loss of queue "${id}" with ${n} agents`, value, 'convex with the ones before');
		});
	}
	const names = new Set<string>();
	for (const { id, agents, serving, can, moveCost: own = 0 } of groups) {
		if (names.has(id)) refuse('group', id, 'named once');
		names.add(id);
		if (!isWhole(agents)) refuse(`agents of group "${id}"`, agents, 'a whole number of 0 or more');
		for (const { queue, pace } of can) {
			if (!ids.has(queue)) refuse(`queue of group "${id}"`, queue, 'one of the queues');
			if (!(pace > 0 && pace < Infinity)) refuse(`pace of group "${id}" in "${queue}"`, pace, 'above 0');
		}
		if (serving !== null && !can.some(({ queue }) => queue === serving))
			refuse(`what group "${id}" serves`, serving, 'one of the queues that it can serve');
		if (!(own >= 0 && own < Infinity)) refuse(`moveCost of group "${id}"`, own, '0 or more');
	}
	for (const { id, most, cost, effects, group } of levers) {
		if (names.has(`lever ${id}`)) refuse('lever', id, 'named once');
		names.add(`lever ${id}`);
		if (!isWhole(most)) refuse(`most of lever "${id}"`, most, 'a whole number of 0 or more');
		if (!Number.isFinite(cost)) refuse(`cost of lever "${id}"`, cost, 'a finite number');
		if (group !== undefined && !groups.some((one) => one.id === group))
			refuse(`group of lever "${id}"`, group, 'one of the groups');
		for (const { queue, agents } of effects) {
			if (!ids.has(queue)) refuse(`queue of lever "${id}"`, queue, 'one of the queues');
			if (!Number.isFinite(agents))
				refuse(`effect of lever "${id}" on "${queue}"`, agents, 'a finite number');
		}
	}
	if (!(moveCost >= 0 && moveCost < Infinity)) refuse('moveCost', moveCost, '0 or more');
	if (mostMoves !== undefined && !isWhole(mostMoves))
		refuse('mostMoves', mostMoves, 'a whole number of 0 or more');
}
