import type { ClassProblem } from './class-problem.ts';
import { roundAgents } from './round-agents.ts';
import { shareOut } from './share-out.ts';

/** How far from the single pool towards the silos pooling with limited skills is expected to end. */
const TOWARDS_SILOS = 0.15;

/**
 * Agents by group to begin with: the silos scaled to a total a little above the single pool's, shared out over groups
 * within their limits; what finds no place goes to the queues' imaginary groups.
 */
export function firstGuess(problem: ClassProblem): Int32Array {
	const { silos, bound, limits, weights, groupsOfQueue, queuesOfGroup } = problem;
	const queues = groupsOfQueue.length;
	const real = limits.length;
	let silo = 0;
	for (let q = 0; q < queues; q++) silo += silos[q]!;
	const total = Math.min(silo, bound + TOWARDS_SILOS * (silo - bound));
	const wanted = Float64Array.from(silos, (n) => (silo === 0 ? 0 : (n * total) / silo));
	const { placed, left } = shareOut(wanted, groupsOfQueue, weights, limits);
	const byGroup = Float64Array.from({ length: real }, (_, g) =>
		placed.subarray(g * queues, (g + 1) * queues).reduce((sum, n) => sum + n, 0)
	);
	const agents = new Int32Array(queuesOfGroup.length);
	agents.set(roundAgents(byGroup, limits, Math.round(byGroup.reduce((sum, n) => sum + n, 0))));
	for (let q = 0; q < queues; q++) agents[real + q] = Math.floor(left[q]! + 1e-9);
	return agents;
}

/** Adds agents until every queue has the fewest people that it must have: the group that helps most queues first. */
export function raiseToMinimum(problem: ClassProblem, agents: Int32Array): void {
	const { minimum, limits, weights, queuesOfGroup } = problem;
	const real = limits.length;
	for (;;) {
		const missing = minimum.map((least, q) => Math.max(0, least - canServe(problem, agents, q)));
		if (missing.every((n) => n === 0)) return;
		let best = -1;
		let bestScore = 0;
		queuesOfGroup.forEach((queues, g) => {
			if (g < real && agents[g]! >= limits[g]!) return;
			const helped = queues.reduce((sum, q) => sum + (missing[q]! > 0 ? 1 : 0), 0);
			const score = g < real ? helped * (1 + 1e-3 * weights[g]!) : helped * 1e-6;
			if (score > bestScore) [best, bestScore] = [g, score];
		});
		agents[best]!++;
	}
}

/** Agents who can serve a queue. */
export function canServe(problem: ClassProblem, agents: Int32Array, queue: number): number {
	const real = problem.limits.length;
	let able = agents[real + queue]!;
	for (const g of problem.groupsOfQueue[queue]!) able += agents[g]!;
	return able;
}
