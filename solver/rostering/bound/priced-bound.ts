import type { CoreProblem, Plan } from '../core/core-problem.ts';
import { cellCost, type IntervalDemand } from '../core/interval-cover.ts';
import type { PlanSearch } from '../search/plan-search.ts';

const NO_PRICES = new Float64Array(0);

/**
 * The Lagrangian bound for given prices of a person in each [lane * intervals + interval]: every cell picks its
 * cheapest whole number of people and every agent the best plan under all rules, each for itself, paid by those
 * prices. Honest for any prices not below −over (lower ones are raised to it; those of floors are held within 0 and
 * what a missing person costs), and at the dual prices of the
 * covering program never below that program's optimum.
 *
 * Cost: one exact plan search for each distinct agent; null when `shouldStop` ends it before the last.
 */
export function pricedBound(
	core: CoreProblem,
	demand: IntervalDemand,
	searches: PlanSearch[],
	{ prices, floorPrices = NO_PRICES }: { prices: Float64Array; floorPrices?: Float64Array },
	shouldStop: () => boolean
): number | null {
	const { days, kinds, agents } = core;
	const { intervals, intervalsPerDay, required, deepAt, stretches, agentLanes } = demand;
	const width = kinds + 1;
	const price = prices.map((p) => Math.max(p, -demand.over));
	let bound = 0;
	for (let cell = 0; cell < price.length; cell++) {
		let least = cellCost(demand, cell, 0);
		for (const kink of [required[cell]!, deepAt[cell]!])
			for (const n of [Math.floor(kink), Math.ceil(kink)])
				if (n > 0) least = Math.min(least, cellCost(demand, cell, n) + price[cell]! * n);
		bound += least;
	}

	const { floors } = demand;
	const floorPrice = floorPrices.map((p) => Math.min(Math.max(p, 0), floors?.under ?? 0));
	// Between nobody there (`under` for each) and the floor (the price for each) a price within them makes the floor least.
	for (let cell = 0; cell < floorPrice.length; cell++) bound += floorPrice[cell]! * floors!.least[cell]!;

	const plan: Plan = new Int16Array(days);
	const sum = new Float64Array(intervals + 1);
	const cost = new Float64Array(days * width);
	/** Values by what the search depends on: agents of equal rules, skills and wishes are searched once. */
	const known = new Map<string, number>();
	for (let a = 0; a < agents.length; a++) {
		if (shouldStop()) return null;
		const { name: _, ...rules } = agents[a]!;
		const key = JSON.stringify(
			[agentLanes[a], floors?.agentFloors[a], ...Object.values(rules)],
			(_, value: unknown) =>
				ArrayBuffer.isView(value) ? String(value as Float64Array) : value === Infinity ? 'any' : value
		);
		const same = known.get(key);
		if (same !== undefined) {
			bound += same;
			continue;
		}
		const own = agentLanes[a]!;
		for (let t = 0; t < intervals; t++) {
			let best = own.length === 0 ? 0 : -Infinity;
			for (const lane of own) best = Math.max(best, price[lane * intervals + t]!);
			if (floorPrice.length > 0)
				for (const floor of floors!.agentFloors[a]!) best += floorPrice[floor * intervals + t]!;
			sum[t + 1] = sum[t]! + best;
		}
		for (let d = 0; d < days; d++)
			for (let k = 0; k < width; k++) {
				const s = stretches[k]!;
				let value = agents[a]!.cost[d * width + k]!;
				for (let i = 0; i < s.length; i++) {
					const at = sum[Math.min(intervals, d * intervalsPerDay + s[i]!)]!;
					value += i % 2 === 0 ? at : -at;
				}
				cost[d * width + k] = value;
			}
		const value = searches[a]!.replan(plan, cost, 0, days, Infinity);
		if (value === null) return null;
		known.set(key, value);
		bound += value;
	}
	// No cell and no choice costs less than nothing.
	return Math.max(bound, leastOwn(core));
}

/** What the cheapest choice of every agent and day adds up to. */
function leastOwn({ days, kinds, agents }: CoreProblem): number {
	let sum = 0;
	for (const { allowed, cost } of agents)
		for (let d = 0; d < days; d++) {
			let least = Infinity;
			for (let i = d * (kinds + 1); i < (d + 1) * (kinds + 1); i++)
				if (allowed[i]) least = Math.min(least, cost[i]!);
			sum += least;
		}
	return sum;
}
