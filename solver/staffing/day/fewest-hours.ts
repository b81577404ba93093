import { bestMultipliers } from './best-multipliers.ts';
import { choiceCurve, type ChoiceCurve, type Choices } from './choice-curve.ts';
import { completed } from './completed.ts';
import { leaner } from './leaner.ts';
import { holds, planOf, type DayPlan } from './priced-plan.ts';
import { searchGap } from './search-gap.ts';

export interface FewestHours {
	agents: number[];
	cost: number;
	/** No plan that holds costs less. */
	lowerBound: number;
	isProven: boolean;
}

/**
 * Agents by interval at the least cost for which Σ excess ≤ 0 in every constraint.
 *
 * Marginal analysis in three steps: the Lagrangian bound, which takes the convex hull of each interval's curve and is
 * reached there by adding agents in order of their worth (Fox 1966, "Discrete optimization via marginal analysis"); a
 * plan that holds, thinned out; and, where the hull leaves a gap between the two, a search of everything inside it. Where
 * one constraint's own answer keeps the others as well, it is theirs too.
 *
 * @param isUnit every agent costs the same, so that a better plan is better by at least that
 * @param held agents by interval with which the constraints hold
 */
export function fewestHours(
	choices: readonly Choices[],
	isUnit: boolean,
	held: readonly number[]
): FewestHours {
	const curves = choices.map(choiceCurve);
	const constraints = choices[0]?.excessLimit.length ?? 0;
	if (constraints <= 1) return solve(curves, isUnit, held, new Array<number>(constraints).fill(0));

	const each = Array.from(choices[0]!.excessLimit, (_, j) => {
		const own = choices.map((one) => choiceCurve(only(one, j)));
		return solve(own, isUnit, held, [0]);
	});
	// What one constraint needs alone, all together need as well.
	const lowerBound = Math.max(...each.map((one) => one.lowerBound));
	const enough = each.filter((one) => holds(planOf(curves, one.agents))).sort((a, b) => a.cost - b.cost)[0];
	if (enough && (enough.isProven || enough.cost <= lowerBound))
		return { ...enough, lowerBound, isProven: true };

	// A plan with the larger of each constraint's own agents keeps them all, for more agents never do harm.
	const most = choices.map((_, i) => Math.max(...each.map(({ agents }) => agents[i]!)));
	const hardest = each.findIndex((one) => one.lowerBound === lowerBound);
	const start = each.map(({ multipliers }, j) => (j === hardest ? multipliers[0]! : 0));
	const isHeld = holds(planOf(curves, most));
	const from = enough?.agents ?? (isHeld ? most : held);
	const together = solve(curves, isUnit, from, start);
	const isProven = together.isProven || together.cost <= lowerBound;
	return { ...together, lowerBound: Math.max(lowerBound, together.lowerBound), isProven };
}

/** The same interval with one constraint left. */
const only = (choices: Choices, j: number): Choices => ({
	...choices,
	excess: (agents) => [choices.excess(agents)[j]!],
	excessLimit: [choices.excessLimit[j]!]
});

function solve(
	curves: readonly ChoiceCurve[],
	isUnit: boolean,
	held: readonly number[],
	start: readonly number[]
): FewestHours & { multipliers: number[] } {
	const dual = bestMultipliers(curves, leaner(curves, planOf(curves, [...held])), start);
	const { multipliers } = dual;
	const answer = ({ agents, cost }: DayPlan, lowerBound: number, isProven: boolean) => ({
		agents,
		cost,
		lowerBound,
		isProven,
		multipliers
	});
	const unit = curves[0]?.cost ?? 0;
	const whole = dual.short && completed(curves, dual.short);
	let best: DayPlan = leaner(curves, dual.best);
	if (whole && leaner(curves, whole).cost < best.cost) best = leaner(curves, whole);
	const slack = 1e-9 * unit * Math.max(1, curves.length);
	const bound = dual.bound - slack;
	// With agents of one cost, what is better costs at least one less.
	const limit = best.cost - (isUnit ? unit - 2 * slack : 2 * slack);
	if (limit < bound) return answer(best, best.cost, true);
	const { plan, complete } = searchGap(curves, multipliers, limit);
	if (plan && holds(plan) && plan.cost < best.cost) best = plan;
	const least = isUnit ? Math.ceil(bound / unit) * unit : bound;
	return answer(best, complete ? best.cost : Math.min(best.cost, least), complete);
}
