import type { ChoiceCurve } from './choice-curve.ts';

/** Agents for every interval of a day. */
export interface DayPlan {
	agents: number[];
	cost: number;
	/** Σ excess by constraint; the plan holds where none is above 0. */
	excess: number[];
}

/** A plan that is the cheapest at given multipliers, so that no plan that holds costs less than `bound`. */
export interface PricedPlan extends DayPlan {
	bound: number;
}

export const holds = (plan: DayPlan) => plan.excess.every((value) => value <= 0);

export function planOf(curves: readonly ChoiceCurve[], agents: number[]): DayPlan {
	const plan: DayPlan = {
		agents,
		cost: 0,
		excess: new Array<number>(curves[0]?.excessLimit.length ?? 0).fill(0)
	};
	curves.forEach((curve, i) => {
		const excess = curve.excess(agents[i]!);
		plan.cost += curve.cost * agents[i]!;
		for (let j = 0; j < plan.excess.length; j++) plan.excess[j]! += excess[j]!;
	});
	return plan;
}

/** The Lagrangian relaxation: each interval on its own, with its excess at a price. */
export function pricedPlan(curves: readonly ChoiceCurve[], multipliers: readonly number[]): PricedPlan {
	let bound = 0;
	const agents = curves.map((curve) => {
		const { agents, price } = curve.cheapest(multipliers);
		bound += price;
		return agents;
	});
	return { ...planOf(curves, agents), bound };
}
