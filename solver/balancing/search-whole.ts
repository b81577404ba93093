import type { BalanceModel } from './balance-model.ts';
import type { BalanceProblem } from './balance-problem.ts';
import { dive } from './dive.ts';
import { improveWhole, objectiveOf } from './improve-whole.ts';
import { PiecewiseSimplex } from './piecewise-simplex.ts';
import { solveModel, type ModelAnswer, type WayBounds } from './solve-model.ts';

export interface WholeAnswer {
	agents: number[];
	objective: number;
	lowerBound: number;
}

export interface SearchLimits {
	/** Programs solved, and steps of the simplex method in all of them, at the most. */
	mostNodes: number;
	mostSteps: number;
	/** Stops where no answer can be better by more than this. */
	gap: number;
}

const WHOLE = 1e-6;
/** Up to so many ways, rounding and improving at every branch costs less than it saves. */
const SMALL = 60;

/**
 * Whole agents, by branch and bound over the linear program, the most promising branch first (Land & Doig 1960). Where
 * paces are alike the program is a flow with convex costs and its answer is whole at once. At its limits it stops with
 * the best found and what remains to be gained.
 */
export function searchWhole(
	problem: BalanceProblem,
	model: BalanceModel,
	{ mostNodes, mostSteps, gap }: SearchLimits
): WholeAnswer {
	const { ways } = model;
	const isSmall = ways.length <= SMALL;
	const stay = ways.map(() => 0);
	let best = { agents: stay, objective: objectiveOf(problem, model, stay) };
	const consider = (agents: readonly number[]) => {
		const whole = improveWhole(problem, model, agents.map((n) => Math.floor(n + WHOLE))); // prettier-ignore
		if (whole.objective < best.objective - 1e-12) best = whole;
	};
	const simplex = new PiecewiseSimplex(problem, model);
	const program = (bounds: WayBounds): ModelAnswer => {
		const answer = simplex.solve(ways, bounds);
		return answer.status === 'stuck' ? solveModel(model, bounds) : answer;
	};
	const root = program(new Map());
	if (root.status === 'infeasible') return { ...best, lowerBound: best.objective };
	const dived = mostBroken(root.agents) < 0 ? root.agents : dive(program, root.agents);
	consider(dived ?? root.agents);
	const worth = ({ bound }: { bound: number }) => bound < best.objective - Math.max(WHOLE, gap);
	let open: { bounds: WayBounds; agents: number[]; bound: number }[] = [
		{ bounds: new Map(), agents: root.agents, bound: root.objective }
	];
	/** The lowest bound of what was left aside because it promised too little. */
	let aside = Infinity;
	const drop = () => {
		for (const node of open) if (!worth(node)) aside = Math.min(aside, node.bound);
		open = open.filter(worth);
	};
	for (let nodes = 1; open.length > 0 && nodes < Math.max(1, mostNodes) && simplex.steps < mostSteps;) {
		open.sort((a, b) => a.bound - b.bound);
		const node = open[0]!;
		const w = mostBroken(node.agents);
		if (w < 0 || isSmall) consider(node.agents);
		if (w < 0 || !worth(node)) {
			// Whole: the program's own figure, which rounding may put a hair beside the true one.
			drop();
			if (open[0] === node) open.shift();
			continue;
		}
		open.shift();
		const { least, most } = node.bounds.get(w) ?? { least: 0, most: ways[w]!.most };
		const whole = Math.floor(node.agents[w]!);
		for (const half of [
			{ least, most: whole },
			{ least: whole + 1, most }
		]) {
			if (half.least > half.most) continue;
			const bounds = new Map(node.bounds).set(w, half);
			const answer = program(bounds);
			nodes++;
			if (answer.status === 'optimal')
				open.push({ bounds, agents: answer.agents, bound: Math.max(answer.objective, node.bound) });
		}
		drop();
	}
	return { ...best, lowerBound: Math.min(best.objective, aside, ...open.map(({ bound }) => bound)) };
}

function mostBroken(agents: readonly number[]): number {
	let worst = -1;
	let distance = WHOLE;
	agents.forEach((n, w) => {
		const off = Math.abs(n - Math.round(n));
		if (off > distance) [worst, distance] = [w, off];
	});
	return worst;
}
