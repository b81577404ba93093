import type { Random } from '../../numeric/random.ts';
import type { AgentRules, Plan } from '../core/core-problem.ts';

/** A person's weekend that is given up, and another that may be worked instead: each with some days around it. */
export interface WeekendMove {
	/** Its Saturday. */
	given: number;
	/** Days planned anew, from the first to before the last: around the one given up, then around the other. */
	around: readonly [from: number, to: number][];
}

/** Days before a weekend, and after it, that are planned anew with it: so many at least, and up to so many more. */
const NEAR = 3;
const MORE = 5;
/** The best is taken of one to so many drawn: mostly where much is to be gained, now and then anywhere. */
const MOST_DRAWN = 8;

export const worksOn = (plan: Plan, saturday: number): boolean =>
	plan[saturday]! > 0 || (saturday + 1 < plan.length && plan[saturday + 1]! > 0);

/**
 * Draws a weekend that the plan works and one that it does not, rather those where little is lost and much is gained. Over
 * a year the weekends that a person may work are few, and whether they serve best where they are no stretch of days can
 * tell. Null where all or none are worked.
 *
 * @param price [day * options + option]: what the person's choices cost against everyone else's
 */
export function drawWeekendMove(
	rules: AgentRules,
	plan: Plan,
	price: Float64Array,
	random: Random
): WeekendMove | null {
	const worked: number[] = [];
	const free: number[] = [];
	rules.isSaturday.forEach((is, day) => is === 1 && (worksOn(plan, day) ? worked : free).push(day));
	if (worked.length === 0 || free.length === 0) return null;
	const options = price.length / plan.length;
	const saved = (day: number) =>
		day < plan.length ? price[day * options]! - price[day * options + plan[day]!]! : 0;
	const given = drawCheap(worked, (saturday) => saved(saturday + 1) + saved(saturday), random);
	const taken = drawCheap(free, (saturday) => costToWork(rules, price, options, saturday), random);
	const around = (saturday: number): [number, number] => [
		Math.max(0, saturday - NEAR - random.below(MORE)),
		Math.min(plan.length, saturday + 2 + NEAR + random.below(MORE))
	];
	return { given, around: [around(given), around(taken)] };
}

function drawCheap(days: readonly number[], costOf: (day: number) => number, random: Random): number {
	let best = days[random.below(days.length)]!;
	let lowest = costOf(best);
	for (let more = random.below(MOST_DRAWN); more > 0; more--) {
		const other = days[random.below(days.length)]!;
		const cost = costOf(other);
		if (cost < lowest) [best, lowest] = [other, cost];
	}
	return best;
}

/** The least that one day or both of a weekend cost, over a weekend off; Infinity where nothing is allowed. */
function costToWork(
	{ allowed, follows }: AgentRules,
	price: Float64Array,
	options: number,
	saturday: number
): number {
	const first = saturday * options;
	const second = first + options;
	const costs = (at: number, kind: number) =>
		at < price.length && allowed[at + kind] === 1 ? price[at + kind]! - price[at]! : Infinity;
	let least = Infinity;
	for (let k = 1; k < options; k++) {
		const one = costs(first, k);
		least = Math.min(least, one, costs(second, k));
		if (one === Infinity) continue;
		for (let j = 1; j < options; j++)
			if (follows[k * options + j] === 1) least = Math.min(least, one + costs(second, j));
	}
	return least;
}
