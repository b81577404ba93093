import type { ClassAnswer, ClassProblem } from './class-problem.ts';
import { raiseToMinimum } from './first-guess.ts';
import { roundAgents } from './round-agents.ts';
import { shareOut } from './share-out.ts';

/** Of an agent: what a total may pass a whole number by before the next one is taken. */
const ROUNDING = 0.35;

/**
 * A queue's part of the agents, moved from its class to an interval of the class by the square-root rule: load a needs
 * a + β√a, with the β that the class's simulation found. By group × queues + queue, imaginary groups too.
 */
export function partsOfInterval(
	answer: ClassAnswer,
	classLoads: Float64Array,
	loads: Float64Array
): Float64Array {
	const queues = loads.length;
	const groups = answer.agents.length;
	const scale = Float64Array.from(loads, (load, q) => {
		const before = classLoads[q]!;
		if (before === load) return 1;
		let part = 0;
		for (let g = 0; g < groups; g++) part += answer.parts[g * queues + q]!;
		if (part === 0 || before === 0) return 0;
		return Math.max(0, (load + ((part - before) / Math.sqrt(before)) * Math.sqrt(load)) / part);
	});
	return answer.parts.map((part, cell) => part * scale[cell % queues]!);
}

/** Whole agents by group, imaginary ones too, from their parts: within limits, from the single pool to the silos. */
export function intervalAgents(problem: ClassProblem, parts: Float64Array): Int32Array {
	const { limits, bound, silos, queuesOfGroup } = problem;
	const queues = problem.loads.length;
	const real = limits.length;
	const wanted = Float64Array.from(queuesOfGroup, (_, g) =>
		parts.subarray(g * queues, (g + 1) * queues).reduce((sum, part) => sum + part, 0)
	);
	let silo = 0;
	for (let q = 0; q < queues; q++) silo += silos[q]!;
	const total = Math.max(bound, Math.min(silo, Math.ceil(wanted.reduce((sum, n) => sum + n, 0) - ROUNDING)));
	const missing = wanted.subarray(real).reduce((sum, n) => sum + n, 0);
	const ofReal = total - Math.min(total, Math.round(missing));
	const agents = new Int32Array(queuesOfGroup.length);
	agents.set(roundAgents(wanted.subarray(0, real), limits, ofReal));
	const placed = agents.reduce((sum, n) => sum + n, 0);
	const open = new Float64Array(queues).fill(Infinity);
	agents.set(roundAgents(wanted.subarray(real), open, missing > 0 ? total - placed : 0), real);
	raiseToMinimum(problem, agents);
	return agents;
}

/** The silos' agents, each in a group that serves its queue: what pooling never needs to exceed. */
export function siloStaff(problem: ClassProblem): Int32Array {
	const { silos, limits, weights, groupsOfQueue, queuesOfGroup } = problem;
	const queues = groupsOfQueue.length;
	const real = limits.length;
	const { placed, left } = shareOut(silos, groupsOfQueue, weights, limits);
	const wanted = Float64Array.from({ length: real }, (_, g) =>
		placed.subarray(g * queues, (g + 1) * queues).reduce((sum, n) => sum + n, 0)
	);
	const agents = new Int32Array(queuesOfGroup.length);
	agents.set(roundAgents(wanted, limits, Math.round(wanted.reduce((sum, n) => sum + n, 0))));
	for (let q = 0; q < queues; q++) agents[real + q] = Math.round(left[q]!);
	return agents;
}
