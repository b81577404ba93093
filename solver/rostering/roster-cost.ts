import { allocateHeads } from './core/allocate-heads.ts';
import type { CompiledProblem } from './core/compile-problem.ts';
import { planCharge, type Plan } from './core/core-problem.ts';
import { cellCost } from './core/interval-cover.ts';

/** Exact cost of plans: choices, and cover with people of several skills allotted to them at least cost. */
export function rosterCost({ core, demand }: CompiledProblem, plans: Plan[]): number {
	const { intervals, intervalsPerDay, lanes, stretches, agentLanes } = demand;
	const width = core.kinds + 1;
	const groupOf = new Map<string, number>();
	const groups: { lanes: Int32Array; people: Int32Array }[] = [];
	let cost = 0;
	plans.forEach((plan, a) => {
		const key = agentLanes[a]!.join();
		let g = groupOf.get(key);
		if (g === undefined) {
			g = groups.length;
			groupOf.set(key, g);
			groups.push({ lanes: agentLanes[a]!, people: new Int32Array(intervals) });
		}
		const group = groups[g]!;
		cost += planCharge(core.agents[a]!, plan);
		plan.forEach((kind, d) => {
			cost += core.agents[a]!.cost[d * width + kind]!;
			const s = stretches[kind]!;
			for (let i = 0; i < s.length; i += 2) {
				const end = Math.min(intervals, d * intervalsPerDay + s[i + 1]!);
				for (let t = d * intervalsPerDay + s[i]!; t < end; t++) group.people[t]!++;
			}
		});
	});
	for (let t = 0; t < intervals; t++) {
		const marginal = (lane: number, n: number) =>
			cellCost(demand, lane * intervals + t, n + 1) - cellCost(demand, lane * intervals + t, n);
		const counts = allocateHeads(
			groups.map((g) => ({ lanes: g.lanes, people: g.people[t]! })),
			lanes,
			marginal
		);
		for (let lane = 0; lane < lanes; lane++) cost += cellCost(demand, lane * intervals + t, counts[lane]!);
	}
	return cost;
}
