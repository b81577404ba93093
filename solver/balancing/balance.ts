import { balanceModel } from './balance-model.ts';
import type { BalanceAnswer, BalanceMove, BalanceProblem } from './balance-problem.ts';
import { checkProblem } from './check-problem.ts';
import { lossAt } from './loss-at.ts';
import { objectiveOf } from './improve-whole.ts';
import { searchWhole, type SearchLimits } from './search-whole.ts';

/** Ways up to which a floor is small: the search for whole agents may then take long and still be quick. */
const SMALL_WAYS = 60;
/** Programs that the search may solve, and steps of the simplex method in all of them. */
const LIMITS = {
	small: { mostNodes: 400, mostSteps: 4_000 },
	large: { mostNodes: 12, mostSteps: 300 }
};
const EQUAL = 1e-6;

/**
 * Which agents should serve another queue, so that the fewest weighted contacts miss their target, less what the
 * moves cost. A linear program over agents on each way a group can go (see `BalanceModel`), made whole by branch and
 * bound. Says so where doing nothing is best, and how far from the best possible the answer may be where the search
 * was cut off.
 *
 * @param options.mostNodes programs solved at the most, and `mostSteps` of the simplex method: the cost
 * is bounded by count, not by clock
 * @param options.gap stops where no answer can be better by more than this; 0 by default
 * @throws RangeError for a problem that is none, with the value and what was wanted
 * @example
 * balance({
 *   queues: [{ id: 'billing', loss: [9, 1, 0] }, { id: 'support', loss: [20, 8, 2] }],
 *   groups: [{ id: 'both', agents: 2, serving: 'billing', can: [{ queue: 'billing', pace: 1 }, { queue: 'support', pace: 1 }] }],
 *   moveCost: 0.5
 * }).moves // one agent of 'both' from billing to support
 */
export function balance(problem: BalanceProblem, options: Partial<SearchLimits> = {}): BalanceAnswer {
	checkProblem(problem);
	const model = balanceModel(problem);
	const usual = model.ways.length <= SMALL_WAYS ? LIMITS.small : LIMITS.large;
	const limits = { gap: 0, ...usual, ...options };
	const before = objectiveOf(problem, model, model.ways.map(() => 0)); // prettier-ignore
	const found =
		model.ways.length === 0
			? { agents: [] as number[], objective: before, lowerBound: before }
			: searchWhole(problem, model, limits);
	const staff = [...model.staff];
	const moves: BalanceMove[] = [];
	const levers: BalanceAnswer['levers'] = [];
	model.ways.forEach(({ group, from, to, lever, effects }, w) => {
		const agents = found.agents[w]!;
		if (agents === 0) return;
		for (const effect of effects) staff[effect.queue]! += agents * effect.agents;
		const name = (q: number) => problem.queues[q]!.id;
		if (lever >= 0) levers.push({ id: problem.levers![lever]!.id, times: agents });
		else
			moves.push({
				group: problem.groups[group]!.id,
				from: from < 0 ? null : name(from),
				to: name(to),
				agents
			});
	});
	const gap = Math.max(0, found.objective - found.lowerBound);
	const isProven = gap <= EQUAL * Math.max(1, Math.abs(found.objective));
	return {
		status: !isProven ? 'feasible' : moves.length + levers.length === 0 ? 'stay' : 'optimal',
		moves,
		levers,
		queues: problem.queues.map(({ id, loss }, q) => ({
			id,
			staffBefore: model.staff[q]!,
			staffAfter: staff[q]!,
			lossBefore: lossAt(loss, model.staff[q]!),
			lossAfter: lossAt(loss, staff[q]!)
		})),
		objective: found.objective,
		objectiveBefore: before,
		lowerBound: found.lowerBound,
		gap: isProven ? 0 : gap
	};
}
