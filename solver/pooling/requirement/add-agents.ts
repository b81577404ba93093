import { agentsShort, levelPerAgent } from './agents-short.ts';
import type { ClassProblem } from './class-problem.ts';

/**
 * Adds agents where queues are below target: about half of what is missing at once, each in the group that helps most
 * (the shortfalls of its queues, per cost), so that a few simulations do. Groups at their limits help by neighbours: an
 * agent more beside a full group takes over work that the full one then need not do. Where nobody real can help, the
 * queue's imaginary group gets the agent.
 *
 * @param onlyImaginary queues that neighbours were seen not to help
 * @returns the neighbours that got one: at most one a call, so that its effect can be seen
 */
export function addAgents(
	problem: ClassProblem,
	agents: Int32Array,
	serviceLevel: Float64Array,
	onlyImaginary: ReadonlySet<number>
): number[] {
	const { loads, targets, limits, costs, weights, queuesOfGroup } = problem;
	const real = limits.length;
	const missing = targets.map((target, q) => Math.max(0, target - serviceLevel[q]!));
	const loadOf = queuesOfGroup.map((queues) => queues.reduce((sum, q) => sum + loads[q]!, 0));
	const most = missing.reduce((top, short, q) => Math.max(top, agentsShort(short, loads[q]!)), 0);
	const neighbours: number[] = [];
	for (let left = Math.max(1, Math.round(0.5 * most)); left > 0; left--) {
		let best = -1;
		let bestScore = 0;
		const consider = (g: number, help: number) => {
			const score = (help / costs[g]!) * (1 + 0.05 * weights[g]!);
			if (score > bestScore) [best, bestScore] = [g, score];
		};
		for (let g = 0; g < real; g++) {
			if (agents[g]! >= limits[g]!) continue;
			consider(
				g,
				queuesOfGroup[g]!.reduce((sum, q) => sum + missing[q]!, 0)
			);
		}
		if (best < 0) {
			for (let q = 0; q < missing.length; q++) {
				if (missing[q] === 0 || onlyImaginary.has(q)) continue;
				for (const g of nextTo(q, problem, agents)) consider(g, 0.5 * missing[q]!);
			}
			if (best >= 0 && neighbours.length > 0) break;
			if (best >= 0) neighbours.push(best);
		}
		if (best < 0) {
			const queue = missing.reduce((worst, short, q) => (short > missing[worst]! ? q : worst), 0);
			if (missing[queue] === 0) break;
			best = real + queue;
		}
		agents[best]!++;
		for (const q of best < real ? queuesOfGroup[best]! : [best - real])
			missing[q] = Math.max(0, missing[q]! - levelPerAgent(Math.min(loadOf[best]!, 4 * loads[q]! + 4)));
	}
	return neighbours;
}

/** Groups with room that share a queue, through full groups, with those who serve this one: the nearest of them. */
function nextTo(queue: number, problem: ClassProblem, agents: Int32Array): number[] {
	const { limits, queuesOfGroup, groupsOfQueue } = problem;
	const seenQueues = new Set([queue]);
	const seenGroups = new Set<number>();
	for (let level = [queue]; level.length > 0;) {
		const next: number[] = [];
		const found: number[] = [];
		for (const q of level)
			for (const g of groupsOfQueue[q]!) {
				if (seenGroups.has(g)) continue;
				seenGroups.add(g);
				if (agents[g]! < limits[g]!) found.push(g);
				for (const other of queuesOfGroup[g]!)
					if (agents[g]! > 0 && !seenQueues.has(other)) {
						seenQueues.add(other);
						next.push(other);
					}
			}
		if (found.length > 0) return found;
		level = next;
	}
	return [];
}
