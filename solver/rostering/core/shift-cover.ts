import type { CoverModel } from './cover-model.ts';
import type { Plan } from './core-problem.ts';

/** Demand counted in people per day and kind of shift, with linear weights for shortfall and excess. */
export interface ShiftDemand {
	/** All three are indexed [day * (kinds + 1) + kind]; kind 0 is unused. */
	required: Float64Array;
	under: Float64Array;
	over: Float64Array;
}

/** Cover where each option covers exactly its own (day, kind) cell. Pricing costs O(days × kinds). */
export function createShiftCover(kinds: number, demand: ShiftDemand): CoverModel {
	const { required, under, over } = demand;
	const width = kinds + 1;
	const count = new Int32Array(required.length);
	const cellCost = (i: number): number => {
		const excess = count[i]! - required[i]!;
		return excess < 0 ? -excess * under[i]! : excess * over[i]!;
	};
	let total = 0;
	for (let cell = 0; cell < count.length; cell++) if (cell % width !== 0) total += cellCost(cell);
	const change = (plan: Plan, from: number, to: number, by: number): void => {
		for (let d = from; d < to; d++) {
			const k = plan[d]!;
			if (k === 0) continue;
			const cell = d * width + k;
			total -= cellCost(cell);
			count[cell]! += by;
			total += cellCost(cell);
		}
	};
	return {
		total: () => total,
		price(_agent, from, to, out) {
			for (let i = from * width; i < to * width; i++) {
				// One head more: either one shortfall less or one excess more (or part of each).
				const excess = count[i]! - required[i]!;
				out[i] =
					excess >= 0 ? over[i]! : excess <= -1 ? -under[i]! : (excess + 1) * over[i]! + excess * under[i]!;
			}
			for (let d = from; d < to; d++) out[d * width] = 0;
		},
		add: (_agent, plan, from, to) => change(plan, from, to, 1),
		remove: (_agent, plan, from, to) => change(plan, from, to, -1)
	};
}
