import type { CoverModel } from './cover-model.ts';
import type { Plan } from './core-problem.ts';

/** People of a sort that must be present, whatever else they are needed for; indexed [floor * intervals + interval]. */
export interface FloorDemand {
	floors: number;
	intervals: number;
	intervalsPerDay: number;
	least: Float64Array;
	/** Of each person missing in one interval: above all that a plan could save otherwise. */
	under: number;
	/** Floors for which each agent counts. */
	agentFloors: Int32Array[];
	/** As in `IntervalDemand`. */
	stretches: Int32Array[];
}

/**
 * A cover model with floors laid on it. Presence needs no allotment (an agent counts for every floor whose skill they
 * have), so what a floor costs adds to what the model within costs: pricing stays exact.
 *
 * Cost: that of the model within, and O(floors of the agent × intervals).
 */
export function withFloors(within: CoverModel, floors: FloorDemand): CoverModel {
	const { intervals, intervalsPerDay, least, under, agentFloors, stretches } = floors;
	const width = stretches.length;
	const count = new Int32Array(least.length);
	let missing = least.reduce((sum, n) => sum + n, 0);
	const sum = new Float64Array(intervals + 1);
	const change = (agent: number, plan: Plan, from: number, to: number, by: 1 | -1) => {
		for (let d = from; d < to; d++) {
			const s = stretches[plan[d]!]!;
			for (let i = 0; i < s.length; i += 2) {
				const end = Math.min(intervals, d * intervalsPerDay + s[i + 1]!);
				for (let t = d * intervalsPerDay + s[i]!; t < end; t++)
					for (const floor of agentFloors[agent]!) {
						const cell = floor * intervals + t;
						// One more was missing before someone comes, or is after someone goes.
						if (count[cell]! + (by === 1 ? 0 : -1) < least[cell]!) missing -= by;
						count[cell]! += by;
					}
			}
		}
	};
	return {
		total: () => within.total() + missing * under,
		price(agent, from, to, out) {
			within.price(agent, from, to, out);
			const own = agentFloors[agent]!;
			if (own.length === 0) return;
			const first = from * intervalsPerDay;
			const last = Math.min(intervals, (to + 1) * intervalsPerDay);
			sum[first] = 0;
			for (let t = first; t < last; t++) {
				let lacking = 0;
				for (const floor of own) if (count[floor * intervals + t]! < least[floor * intervals + t]!) lacking++;
				sum[t + 1] = sum[t]! + lacking;
			}
			for (let d = from; d < to; d++)
				for (let k = 1; k < width; k++) {
					const s = stretches[k]!;
					let met = 0;
					for (let i = 0; i < s.length; i += 2)
						met +=
							sum[Math.min(last, d * intervalsPerDay + s[i + 1]!)]! -
							sum[Math.min(last, d * intervalsPerDay + s[i]!)]!;
					out[d * width + k]! -= met * under;
				}
		},
		add(agent, plan, from, to) {
			within.add(agent, plan, from, to);
			change(agent, plan, from, to, 1);
		},
		remove(agent, plan, from, to) {
			within.remove(agent, plan, from, to);
			change(agent, plan, from, to, -1);
		}
	};
}
