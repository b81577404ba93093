import type { ChoiceCurve } from './choice-curve.ts';
import { holds, pricedPlan, type DayPlan, type PricedPlan } from './priced-plan.ts';

export interface Dual {
	multipliers: number[];
	/** No plan that holds costs less. */
	bound: number;
	/** The cheapest plan that holds of all seen on the way. */
	best: DayPlan;
	/** Of those that do not hold, the one with the highest bound. */
	short: DayPlan | null;
}

/** Directions tried with several constraints; with one, the first is the only one. */
const DIRECTIONS = 40;

/**
 * The multipliers with the highest Lagrangian bound.
 *
 * The bound is concave and piecewise linear in the multipliers, with Σ excess as its slope. Along a direction its top
 * is found exactly, by cutting at the intersection of the two nearest pieces until that lies on the bound. With one
 * constraint that is all; with several, the next direction is the shortest convex combination of the slopes that met
 * at the top (Wolfe 1975, "A method of conjugate subgradients"), and what is left of the gap is left to the search.
 *
 * @param held a plan that holds
 * @param start where to begin
 */
export function bestMultipliers(
	curves: readonly ChoiceCurve[],
	held: DayPlan,
	start: readonly number[]
): Dual {
	let best = held;
	let short: PricedPlan | null = null;
	let multipliers = [...start];
	let at = see(pricedPlan(curves, multipliers));
	let slope = at.excess;
	function see(plan: PricedPlan): PricedPlan {
		if (!holds(plan)) short = plan.bound >= (short?.bound ?? 0) ? plan : short;
		else if (plan.cost < best.cost) best = plan;
		return plan;
	}

	for (let turn = 0; turn < (held.excess.length === 1 ? 1 : DIRECTIONS); turn++) {
		const upward = slope.map((value, j) => (multipliers[j] === 0 ? Math.max(0, value) : value));
		const longest = Math.max(...upward.map(Math.abs));
		if (!(longest > 1e-12)) break;
		const direction = upward.map((value) => value / longest);
		if (!(dot(at.excess, direction) > 0)) break;
		const top = climb(curves, multipliers, direction, at, Math.max(1, held.cost), see);
		const gain = top.plan.bound - at.bound;
		({ multipliers, plan: at } = top);
		slope = shortest(shortest(top.before, top.after), slope);
		if (turn > 4 && gain < 1e-6 * at.bound) break;
	}
	return { multipliers, bound: at.bound, best, short };
}

/** The top of the bound along a line, and the slopes on both sides of it. */
function climb(
	curves: readonly ChoiceCurve[],
	from: readonly number[],
	direction: readonly number[],
	start: PricedPlan,
	size: number,
	see: (plan: PricedPlan) => PricedPlan
) {
	// Multipliers stay at 0 or above: the line ends where the first would fall below.
	let reach = Infinity;
	direction.forEach((step, j) => {
		if (step < 0) reach = Math.min(reach, -from[j]! / step);
	});
	const at = (step: number) => from.map((value, j) => Math.max(0, value + step * direction[j]!));
	let low = { step: 0, plan: start };
	let step = Math.min(reach, size);
	let high = { step, plan: see(pricedPlan(curves, at(step))) };
	while (dot(high.plan.excess, direction) > 0 && high.step < reach && high.step < 1e12 * size) {
		low = high;
		step = Math.min(reach, step * 4);
		high = { step, plan: see(pricedPlan(curves, at(step))) };
	}
	for (let cut = 0; cut < 100; cut++) {
		const rise = dot(low.plan.excess, direction);
		const fall = dot(high.plan.excess, direction);
		if (fall > 0 || rise <= fall) break;
		step = (high.plan.bound - fall * high.step - (low.plan.bound - rise * low.step)) / (rise - fall);
		if (!(step > low.step && step < high.step)) break;
		const plan = see(pricedPlan(curves, at(step)));
		const line = low.plan.bound + rise * (step - low.step);
		const middle = { step, plan };
		const isTop = plan.bound >= line - 1e-10 * Math.abs(line);
		if (dot(plan.excess, direction) > 0) low = middle;
		else high = middle;
		if (isTop) break;
	}
	const top = high.plan.bound >= low.plan.bound ? high : low;
	return { multipliers: at(top.step), plan: top.plan, before: low.plan.excess, after: high.plan.excess };
}

const dot = (a: readonly number[], b: readonly number[]) =>
	a.reduce((sum, value, j) => sum + value * b[j]!, 0);

/** The point nearest to 0 between two points. */
function shortest(a: readonly number[], b: readonly number[]): number[] {
	const way = b.map((value, j) => value - a[j]!);
	const length = dot(way, way);
	const share = length > 0 ? Math.min(1, Math.max(0, -dot(a, way) / length)) : 0;
	return a.map((value, j) => value + share * way[j]!);
}
