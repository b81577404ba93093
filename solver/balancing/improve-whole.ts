import type { BalanceModel } from './balance-model.ts';
import type { BalanceProblem } from './balance-problem.ts';
import { lossAt } from './loss-at.ts';

const BETTER = 1e-9;

/** Whole units of the ways, with what they use up: staff, agents of groups, moves. */
class Standing {
	readonly agents: number[];
	readonly #staff: number[];
	readonly #left: number[];
	#movesLeft: number;
	readonly #problem: BalanceProblem;
	readonly #ways: BalanceModel['ways'];

	constructor(problem: BalanceProblem, { ways, staff }: BalanceModel) {
		this.#problem = problem;
		this.#ways = ways;
		this.agents = ways.map(() => 0);
		this.#staff = [...staff];
		this.#left = problem.groups.map((group) => group.agents);
		this.#movesLeft = problem.mostMoves ?? Infinity;
	}

	/** Adds units to a way whether or not that can be done. @returns by how much the objective grows */
	add(w: number, units: number): number {
		const { effects, cost, group, isMove } = this.#ways[w]!;
		let change = cost * units;
		for (const { queue, agents } of effects) {
			const { loss } = this.#problem.queues[queue]!;
			const before = this.#staff[queue]!;
			this.#staff[queue] = before + units * agents;
			change += lossAt(loss, this.#staff[queue]!) - lossAt(loss, before);
		}
		this.agents[w]! += units;
		if (group >= 0) this.#left[group]! -= units;
		if (isMove) this.#movesLeft -= units;
		return change;
	}

	/** Whether what the way touches is not overdrawn. */
	canBe(w: number): boolean {
		const { effects, group, most } = this.#ways[w]!;
		const n = this.agents[w]!;
		if (n < 0 || n > most || this.#movesLeft < 0) return false;
		if (group >= 0 && this.#left[group]! < 0) return false;
		return effects.every(({ queue }) => this.#staff[queue]! >= -BETTER);
	}
}

/**
 * The objective of whole units on the ways: losses and costs, summed; Infinity where a group, a lever, a queue's staff
 * or the limit of moves is overdrawn.
 */
export function objectiveOf(problem: BalanceProblem, model: BalanceModel, agents: readonly number[]): number {
	const standing = new Standing(problem, model);
	let sum = problem.queues.reduce((all, { loss }, q) => all + lossAt(loss, model.staff[q]!), 0);
	agents.forEach((n, w) => (sum += n === 0 ? 0 : standing.add(w, n)));
	return agents.every((_, w) => standing.canBe(w)) ? sum : Infinity;
}

/**
 * Whole units near a fractional answer: rounded down, then one more or fewer on a way, or one in exchange for another
 * that shares a queue or a group with it, as long as it pays.
 */
export function improveWhole(
	problem: BalanceProblem,
	model: BalanceModel,
	from: readonly number[]
): { agents: number[]; objective: number } {
	const { ways } = model;
	const standing = new Standing(problem, model);
	from.forEach((n, w) => (n === 0 ? 0 : standing.add(w, n)));
	const near = neighbours(model);
	/** One more or fewer on a way; undone unless it pays and can be. */
	const changes = (w: number, units: number): boolean => {
		if (standing.add(w, units) < -BETTER && standing.canBe(w)) return true;
		standing.add(w, -units);
		return false;
	};
	const swaps = (w: number, other: number): boolean => {
		const change = standing.add(w, -1) + standing.add(other, 1);
		if (change < -BETTER && standing.canBe(w) && standing.canBe(other)) return true;
		standing.add(other, -1);
		standing.add(w, 1);
		return false;
	};
	for (let isBetter = true; isBetter;) {
		isBetter = false;
		for (let w = 0; w < ways.length; w++) {
			while (changes(w, 1)) isBetter = true;
			while (standing.agents[w]! > 0 && changes(w, -1)) isBetter = true;
			if (standing.agents[w]! === 0) continue;
			for (const other of near(w)) if (standing.agents[w]! > 0 && swaps(w, other)) isBetter = true;
		}
	}
	return { agents: [...standing.agents], objective: objectiveOf(problem, model, standing.agents) };
}

/** Ways that share a queue or a group with one. */
function neighbours({ ways, staff }: BalanceModel): (w: number) => Set<number> {
	const ofQueue = staff.map(() => [] as number[]);
	const ofGroup = new Map<number, number[]>();
	ways.forEach(({ effects, group }, w) => {
		for (const { queue } of effects) ofQueue[queue]!.push(w);
		if (group >= 0) ofGroup.set(group, [...(ofGroup.get(group) ?? []), w]);
	});
	return (w) => {
		const { effects, group } = ways[w]!;
		const found = new Set([
			...effects.flatMap(({ queue }) => ofQueue[queue]!),
			...(ofGroup.get(group) ?? [])
		]);
		found.delete(w);
		return found;
	};
}
