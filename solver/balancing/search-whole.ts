import type { BalanceModel } from './balance-model.ts';
import type { BalanceProblem } from './balance-problem.ts';
import { lossAt } from './loss-at.ts';
import { solveModel, type WayBounds } from './solve-model.ts';

export interface WholeAnswer {
	agents: number[];
	objective: number;
	lowerBound: number;
}

const WHOLE = 1e-6;
const isWhole = (value: number) => Math.abs(value - Math.round(value)) <= WHOLE;

/** Losses and move costs of whole agents on the ways; Infinity where a group or the limit of moves is overdrawn. */
export function objectiveOf(problem: BalanceProblem, model: BalanceModel, agents: readonly number[]): number {
	const staff = [...model.staff];
	const left = problem.groups.map((group) => group.agents);
	let moves = 0;
	model.ways.forEach(({ group, from, to, paceFrom, paceTo }, w) => {
		const n = agents[w]!;
		left[group]! -= n;
		moves += n;
		staff[to]! += n * paceTo;
		if (from >= 0) staff[from]! -= n * paceFrom;
	});
	if (left.some((n) => n < 0) || moves > (problem.mostMoves ?? Infinity)) return Infinity;
	return problem.queues.reduce((sum, { loss }, q) => sum + lossAt(loss, staff[q]!), problem.moveCost * moves);
}

/**
 * Whole agents, by branch and bound over the linear program, the most promising branch first (Land & Doig 1960). Where
 * paces are alike the program is a flow with convex costs and its answer is whole at once. Stops after `mostNodes`
 * programs with the best found and what remains to be gained.
 */
export function searchWhole(problem: BalanceProblem, model: BalanceModel, mostNodes: number): WholeAnswer {
	const stay = model.ways.map(() => 0);
	let best = { agents: stay, objective: objectiveOf(problem, model, stay) };
	const consider = (agents: readonly number[]) => {
		const whole = improve(problem, model, agents.map((n) => Math.floor(n + WHOLE))); // prettier-ignore
		if (whole.objective < best.objective - 1e-12) best = whole;
	};
	const root = solveModel(model);
	if (root.status === 'infeasible') return { ...best, lowerBound: best.objective };
	let open: { bounds: WayBounds; agents: number[]; bound: number }[] = [
		{ bounds: new Map(), agents: root.agents, bound: root.objective }
	];
	for (let nodes = 1; open.length > 0 && nodes < mostNodes;) {
		open.sort((a, b) => a.bound - b.bound);
		const node = open.shift()!;
		consider(node.agents);
		const w = mostBroken(node.agents);
		if (w < 0) {
			// Whole: the program's own figure, which rounding may put a hair beside the true one.
			open = open.filter(({ bound }) => bound < best.objective - WHOLE);
			continue;
		}
		const { least, most } = node.bounds.get(w) ?? { least: 0, most: model.ways[w]!.agents };
		const whole = Math.floor(node.agents[w]!);
		for (const half of [
			{ least, most: whole },
			{ least: whole + 1, most }
		]) {
			if (half.least > half.most) continue;
			const bounds = new Map(node.bounds).set(w, half);
			const answer = solveModel(model, bounds);
			nodes++;
			if (answer.status === 'optimal' && answer.objective < best.objective - WHOLE)
				open.push({ bounds, agents: answer.agents, bound: answer.objective });
		}
		open = open.filter(({ bound }) => bound < best.objective - WHOLE);
	}
	for (const { agents } of open.slice(0, 1)) consider(agents);
	const lowerBound = Math.min(best.objective, ...open.map(({ bound }) => bound));
	return { ...best, lowerBound };
}

function mostBroken(agents: readonly number[]): number {
	let worst = -1;
	let distance = WHOLE;
	agents.forEach((n, w) => {
		const off = Math.abs(n - Math.round(n));
		if (!isWhole(n) && off > distance) [worst, distance] = [w, off];
	});
	return worst;
}

/** One agent more or fewer on a way, as long as it pays. */
function improve(
	problem: BalanceProblem,
	model: BalanceModel,
	from: number[]
): { agents: number[]; objective: number } {
	const agents = [...from];
	let objective = objectiveOf(problem, model, agents);
	for (let isBetter = true; isBetter;) {
		isBetter = false;
		for (let w = 0; w < agents.length; w++)
			for (const step of [1, -1]) {
				if (agents[w]! + step < 0) continue;
				agents[w]! += step;
				const next = objectiveOf(problem, model, agents);
				if (next < objective - 1e-9) [objective, isBetter] = [next, true];
				else agents[w]! -= step;
			}
	}
	return { agents, objective };
}
