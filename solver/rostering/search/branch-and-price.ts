import type { Random } from '../../numeric/random.ts';
import type { Plan } from '../core/core-problem.ts';
import type { Cell, ColumnGeneration } from './column-generation.ts';

/** A weight this near to 0 or 1 is whole. */
const WHOLE = 1e-6;
/** Least estimated rise of the relaxation, so that a branch without one does not hide the other. */
const LEAST_RISE = 1e-6;

/** An agent's cell, and how much of the agent works it in the linear solution. */
interface Fraction extends Cell {
	index: number;
	share: number;
}

/**
 * Branch and price (Barnhart et al. 1998), depth first: an agent who works a cell in part works it wholly on one branch
 * and not at all on the other, and the relaxation is priced on wherever a branch would end. Branches on the cell that
 * promises most rise of the relaxation on both sides, by what branching on it, or on any, brought so far (pseudo-costs,
 * Benichou et al. 1971); ties are broken by chance, so that two searches that are cut short differ.
 *
 * @param cutoff only a roster at no more cost is wanted; after each found, only one cheaper by at least `step`
 * @param shouldStop polled at every node
 * @returns the plan of every agent in the cheapest roster found; null when none was: there is none within the cutoff if
 * the search was not stopped and the agents' searches are exact. No agent may be held; all restrictions are lifted again
 * at the end.
 */
export function branchAndPrice(
	master: ColumnGeneration,
	random: Random,
	cutoff: number,
	step: number,
	shouldStop: () => boolean
): Plan[] | null {
	const { pool, held, cells } = master;
	const agents = held.length;
	const share = new Float64Array(agents * cells);
	/** By side, 0 for not working the cell: how often it was branched on, and the sum of the rises for a whole share. */
	const counts = [new Int32Array(share.length), new Int32Array(share.length)] as const;
	const rises = [new Float64Array(share.length), new Float64Array(share.length)] as const;
	const allCounts = [0, 0];
	const allRises = [0, 0];
	const riseOf = (index: number, side: 0 | 1) => {
		if (counts[side][index]! > 0) return rises[side][index]! / counts[side][index]!;
		return allCounts[side]! > 0 ? allRises[side]! / allCounts[side]! : 1;
	};
	const note = (at: Fraction, side: 0 | 1, rise: number) => {
		const whole = rise / Math.max(1e-3, side === 1 ? 1 - at.share : at.share);
		counts[side][at.index]!++;
		rises[side][at.index]! += whole;
		allCounts[side]!++;
		allRises[side]! += whole;
	};

	let most = cutoff;
	let found: Plan[] | null = null;
	/** The cell to branch on; null when every agent has one plan. */
	const choose = (): Fraction | null => {
		const weights = master.weights();
		share.fill(0);
		let isWhole = true;
		for (let c = 0; c < weights.length; c++) {
			const weight = weights[c]!;
			if (weight < WHOLE || weight > 1 - WHOLE) continue;
			isWhole = false;
			const plan = pool.plans[c]!;
			const own = pool.agents[c]! * cells;
			for (let d = master.from; d < master.to; d++)
				if (plan[d]! > 0) share[own + d * master.width + plan[d]!]! += weight;
		}
		if (isWhole) return null;
		let best = -1;
		let bestScore = -1;
		for (let i = 0; i < share.length; i++) {
			const s = share[i]!;
			if (s < 10 * WHOLE || s > 1 - 10 * WHOLE) continue;
			const rise = Math.max(LEAST_RISE, riseOf(i, 0) * s) * Math.max(LEAST_RISE, riseOf(i, 1) * (1 - s));
			const score = rise * (1 + 1e-6 * random.uniform());
			if (score > bestScore) {
				bestScore = score;
				best = i;
			}
		}
		if (best < 0) return null;
		return { index: best, agent: Math.floor(best / cells), cell: best % cells, share: share[best]! };
	};
	/** The plans of a linear solution in which every agent has one. */
	const wholePlans = () => {
		const plans: Plan[] = [];
		master.weights().forEach((weight, c) => {
			if (weight > 0.5) plans[pool.agents[c]!] = pool.plans[c]!.slice();
		});
		return plans;
	};
	/** Everything below the present restrictions. @returns whether the search is over */
	const visit = (parent: number, from: Fraction | null, side: 0 | 1): boolean => {
		let objective = master.settle(most, shouldStop);
		if (from) note(from, side, Math.max(0, Math.min(objective, most) - parent));
		let next: Fraction | null;
		for (;;) {
			if (shouldStop()) return true;
			if (objective > most) return false;
			next = choose();
			if (next !== null) break;
			found = wholePlans();
			// Rounding in the engine must not shut out what is a whole step cheaper.
			most = objective - 0.999 * step;
			// The plans at hand need not hold the cheapest here.
			objective = master.settle(most, shouldStop);
		}
		// Few work a cell: that they do decides more.
		for (const works of [1, 0] as const) {
			master.restrict(next, works === 1);
			const isOver = visit(objective, next, works);
			master.release(next, works === 1);
			if (isOver) return true;
		}
		return false;
	};
	visit(0, null, 0);
	return found;
}
