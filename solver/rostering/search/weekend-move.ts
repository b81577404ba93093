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

export const worksOn = (plan: Plan, saturday: number): boolean =>
	plan[saturday]! > 0 || (saturday + 1 < plan.length && plan[saturday + 1]! > 0);

/**
 * Draws a weekend that the plan works and one that it does not. Over a year the weekends that a person may work are few,
 * and whether they serve best where they are no stretch of days can tell. Null where all or none are worked.
 */
export function drawWeekendMove(
	{ isSaturday }: Pick<AgentRules, 'isSaturday'>,
	plan: Plan,
	random: Random
): WeekendMove | null {
	const worked: number[] = [];
	const free: number[] = [];
	isSaturday.forEach((is, day) => is === 1 && (worksOn(plan, day) ? worked : free).push(day));
	if (worked.length === 0 || free.length === 0) return null;
	const given = worked[random.below(worked.length)]!;
	const taken = free[random.below(free.length)]!;
	const around = (saturday: number): [number, number] => [
		Math.max(0, saturday - NEAR - random.below(MORE)),
		Math.min(plan.length, saturday + 2 + NEAR + random.below(MORE))
	];
	return { given, around: [around(given), around(taken)] };
}
