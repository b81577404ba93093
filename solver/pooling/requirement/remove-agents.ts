import { agentsShort } from './agents-short.ts';
import type { ClassProblem } from './class-problem.ts';
import { canServe } from './first-guess.ts';
import type { Stationary } from './stationary-run.ts';

type Evaluate = (agents: Int32Array) => Stationary;

/**
 * Takes agents away as long as every queue still meets its target: missing people first, then groups with the most
 * slack per cost, several at once where the slack is wide. Who cannot be spared once cannot be spared later either, with
 * fewer around, so each group fails at most once. Changes `agents`; returns what they lead to.
 */
export function removeAgents(
	problem: ClassProblem,
	agents: Int32Array,
	begin: Stationary,
	evaluate: Evaluate,
	shouldStop: () => boolean
): Stationary {
	const { loads, targets, costs, limits, queuesOfGroup, bound } = problem;
	const real = limits.length;
	let now = begin;
	const kept = new Set<number>();
	const loadOf = queuesOfGroup.map((queues) => queues.reduce((sum, q) => sum + loads[q]!, 0));
	for (;;) {
		if (shouldStop()) return now;
		const spare = agents.reduce((sum, n) => sum + n, 0) - bound;
		let best = -1;
		let bestSlack = -Infinity;
		queuesOfGroup.forEach((queues, g) => {
			if (agents[g] === 0 || kept.has(g)) return;
			let slack = Infinity;
			for (const q of queues) slack = Math.min(slack, now.serviceLevel[q]! - targets[q]!);
			const weighed = g < real ? slack * costs[g]! : 1 + slack;
			if (weighed > bestSlack) [best, bestSlack] = [g, weighed];
		});
		if (best < 0 || (spare <= 0 && best < real)) return now;
		const slack = Math.min(...Array.from(queuesOfGroup[best]!, (q) => now.serviceLevel[q]! - targets[q]!));
		const many = Math.floor(0.5 * agentsShort(Math.max(0, slack), loadOf[best]!));
		let step = Math.max(1, Math.min(many, agents[best]!, best < real ? spare : Infinity));
		for (; step >= 1; step = step > 1 ? 1 : 0) {
			agents[best]! -= step;
			const after = enough(problem, agents) ? evaluate(agents) : null;
			if (after && meets(problem, after)) {
				now = after;
				break;
			}
			agents[best]! += step;
		}
		if (step === 0) kept.add(best);
	}
}

/** Whether every queue reaches its target. */
export function meets(problem: ClassProblem, { serviceLevel }: Stationary): boolean {
	return problem.targets.every((target, q) => problem.loads[q] === 0 || serviceLevel[q]! >= target);
}

/** Whether every queue has the fewest people that it must have, and somebody where it has contacts. */
export function enough(problem: ClassProblem, agents: Int32Array): boolean {
	return problem.minimum.every(
		(least, q) => canServe(problem, agents, q) >= Math.max(least, problem.loads[q]! > 0 ? 1 : 0)
	);
}
