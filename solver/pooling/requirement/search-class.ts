import { addAgents } from './add-agents.ts';
import { levelPerAgent } from './agents-short.ts';
import type { ClassAnswer, ClassProblem } from './class-problem.ts';
import { exchangeAgents } from './exchange-agents.ts';
import { firstGuess, raiseToMinimum } from './first-guess.ts';
import { siloStaff } from './interval-agents.ts';
import { meets, removeAgents } from './remove-agents.ts';
import type { Stationary } from './stationary-run.ts';

/** Simulations after which adding gives up. */
const MOST_ADDITIONS = 60;

/**
 * Fewest agents (least cost) by group with which every queue meets its target in a stationary simulation: from the first
 * guess up until all targets hold, then down as long as they do, then by exchange. All candidates see the same contacts.
 * Where costs differ, the silos in their cheapest groups are a second beginning, and the cheaper end is taken.
 *
 * @param evaluate null = without contacts: only the minimum is asked for
 * @param tries simulations for exchanges
 */
export function searchClass(
	problem: ClassProblem,
	evaluate: Evaluate | null,
	tries: number,
	shouldStop: () => boolean
): ClassAnswer {
	const { costs, limits, targets, queuesOfGroup } = problem;
	if (evaluate === null) {
		const agents = new Int32Array(queuesOfGroup.length);
		raiseToMinimum(problem, agents);
		const serviceLevel = new Float64Array(targets.length).fill(1);
		return { agents, serviceLevel, parts: partsOf(problem, agents, null) };
	}
	const costsDiffer = costs.some((cost) => cost !== costs[0]);
	const beginnings = [firstGuess(problem)];
	if (costsDiffer) beginnings.push(siloStaff({ ...problem, weights: costs.map((cost) => cost ** -12) }));
	const missing = 1e6;
	const costOf = (agents: Int32Array) =>
		agents.reduce((sum, n, g) => sum + n * (g < limits.length ? costs[g]! : missing), 0);
	let best: { agents: Int32Array; now: Stationary; cost: number } | null = null;
	for (const agents of beginnings) {
		raiseToMinimum(problem, agents);
		const now = improve(problem, agents, evaluate, tries, shouldStop);
		const cost = costOf(agents) + (meets(problem, now) ? 0 : missing ** 2);
		if (best === null || cost < best.cost - 1e-9) best = { agents, now, cost };
	}
	const { agents, now } = best!;
	return { agents, serviceLevel: now.serviceLevel, parts: partsOf(problem, agents, now) };
}

/** `errors`: how far below a target a first look must be for it to be the last. */
type Evaluate = (agents: Int32Array, errors?: number) => Stationary;

/** Up, down and by exchange; changes `agents`. */
function improve(
	problem: ClassProblem,
	agents: Int32Array,
	evaluate: Evaluate,
	tries: number,
	shouldStop: () => boolean
): Stationary {
	let now = evaluate(agents);
	const onlyImaginary = new Set<number>();
	for (let step = 0; step < MOST_ADDITIONS && !meets(problem, now) && !shouldStop(); step++) {
		const before = now;
		const neighbours = addAgents(problem, agents, before.serviceLevel, onlyImaginary);
		now = evaluate(agents);
		if (neighbours.length === 0) continue;
		// A neighbour that does not relieve the short queues is taken back, and not tried again.
		const short = Array.from(problem.targets.keys()).filter(
			(q) => before.serviceLevel[q]! < problem.targets[q]! && !onlyImaginary.has(q)
		);
		const helped = (q: number) => now.serviceLevel[q]! - before.serviceLevel[q]!;
		if (short.some((q) => helped(q) >= 0.2 * levelPerAgent(problem.loads[q]!))) continue;
		for (const q of short) onlyImaginary.add(q);
		for (const g of neighbours) agents[g]!--;
		now = before;
	}
	if (!meets(problem, now)) return now;
	now = removeAgents(problem, agents, now, evaluate, shouldStop);
	return exchangeAgents(problem, agents, now, evaluate, tries, shouldStop);
}

/** A group's agents by the work that they did; by the queues' loads, or evenly, where they did none. */
export function partsOf(problem: ClassProblem, agents: Int32Array, found: Stationary | null): Float64Array {
	const { loads, queuesOfGroup } = problem;
	const queues = loads.length;
	const parts = new Float64Array(agents.length * queues);
	queuesOfGroup.forEach((served, g) => {
		if (served.length === 0) return;
		const work = Array.from(served, (q) => found?.workSeconds[g * queues + q] ?? 0);
		const basis = work.some((seconds) => seconds > 0)
			? work
			: served.some((q) => loads[q]! > 0)
				? Array.from(served, (q) => loads[q]!)
				: work.map(() => 1);
		const total = basis.reduce((sum, seconds) => sum + seconds, 0);
		served.forEach((q, k) => (parts[g * queues + q] = (agents[g]! * basis[k]!) / total));
	});
	return parts;
}
