import type { ClassProblem } from './class-problem.ts';
import { enough, meets } from './remove-agents.ts';
import type { Stationary } from './stationary-run.ts';

/** Most exchanges fail: one that looks worse than a standard error short is given up at first look. */
const FIRST_LOOK_ERRORS = 1;

type Changes = (readonly [group: number, by: number])[];

/**
 * Looks for cheaper staff by exchange, once nobody can simply be spared: one agent for one of a cheaper group, two of a
 * group for one each of two cheaper ones, two for one of a group that serves queues of both. The first that keeps every
 * target is taken, until `tries` simulations are used up.
 */
export function exchangeAgents(
	problem: ClassProblem,
	agents: Int32Array,
	begin: Stationary,
	evaluate: (agents: Int32Array, errors: number) => Stationary,
	tries: number,
	shouldStop: () => boolean
): Stationary {
	const { costs, limits, queuesOfGroup, bound, targets } = problem;
	let now = begin;
	let left = tries;
	const attempt = (changes: Changes): boolean => {
		for (const [g, by] of changes) agents[g]! += by;
		const after = enough(problem, agents) ? (left--, evaluate(agents, FIRST_LOOK_ERRORS)) : null;
		if (after && meets(problem, after)) {
			now = after;
			return true;
		}
		for (const [g, by] of changes) agents[g]! -= by;
		return false;
	};
	const slackOf = (g: number) =>
		Math.min(...Array.from(queuesOfGroup[g]!, (q) => now.serviceLevel[q]! - targets[q]!));
	const candidates = (): Changes[] => {
		const found: { changes: Changes; worth: number }[] = [];
		const total = agents.reduce((sum, n) => sum + n, 0);
		const groups = Array.from(costs.keys());
		const overlap = (a: number, b: number) => queuesOfGroup[a]!.some((q) => queuesOfGroup[b]!.includes(q));
		const offer = (changes: Changes) => {
			const saved = changes.reduce((sum, [g, by]) => sum - by * costs[g]!, 0);
			if (saved <= 1e-9) return;
			const slack = changes.reduce((sum, [g, by]) => (by < 0 ? sum - by * slackOf(g) : sum), 0);
			found.push({ changes, worth: saved + slack });
		};
		for (const a of groups.filter((g) => agents[g]! > 0)) {
			const partners = groups.filter((g) => g !== a && agents[g]! < limits[g]! && overlap(a, g));
			for (const to of partners)
				offer([
					[a, -1],
					[to, 1]
				]);
			if (agents[a]! > 1)
				for (const to of partners) {
					if (total > bound)
						offer([
							[a, -2],
							[to, 1]
						]);
					for (const other of partners)
						if (other > to)
							offer([
								[a, -2],
								[to, 1],
								[other, 1]
							]);
				}
			if (total > bound)
				for (const to of partners)
					for (const b of groups)
						if (b > a && b !== to && agents[b]! > 0 && overlap(b, to))
							offer([
								[a, -1],
								[b, -1],
								[to, 1]
							]);
		}
		return found.sort((x, y) => y.worth - x.worth).map(({ changes }) => changes);
	};
	for (let again = true; again && left > 0;) {
		again = false;
		for (const changes of candidates()) {
			if (left <= 0 || shouldStop()) return now;
			if ((again = attempt(changes))) break;
		}
	}
	return now;
}
