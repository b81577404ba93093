import type { Plan } from './core-problem.ts';
import type { CoverModel } from './cover-model.ts';

/** Demand by lane (a skill, or work for anyone) and interval, with a convex cost of the number of people. */
export interface IntervalDemand {
	intervals: number;
	intervalsPerDay: number;
	lanes: number;
	/** All indexed [lane * intervals + interval]. */
	required: Float64Array;
	/** Costs of one person for one interval: short, above, and short beyond `deepAt`. */
	under: number;
	over: number;
	deepUnder: number;
	/** People below which the deep cost counts. */
	deepAt: Float64Array;
	/** Worked stretches of each kind, [from, to) in intervals from its day's start, flattened in pairs. */
	stretches: Int32Array[];
	/** Lanes each agent can work in. */
	agentLanes: Int32Array[];
}

export interface IntervalCover extends CoverModel {
	/** People counted in each lane and interval. */
	count: Int32Array;
}

/** Cost of a cell with n people: a convex function with kinks at the demand and at the deep limit. */
export function cellCost(demand: IntervalDemand, cell: number, n: number): number {
	const gap = demand.required[cell]! - n;
	const deep = demand.deepAt[cell]! - n;
	return (gap > 0 ? gap * demand.under : -gap * demand.over) + (deep > 0 ? deep * demand.deepUnder : 0);
}

/**
 * Cover where a shift covers intervals, and in each of them an agent with several skills counts in one lane:
 * the one where a person is worth most when the plan is put in. Pricing costs O(intervals × lanes + days ×
 * kinds).
 */
export function createIntervalCover(demand: IntervalDemand): IntervalCover {
	const { intervals, intervalsPerDay, lanes, stretches, agentLanes } = demand;
	const width = stretches.length;
	const count = new Int32Array(lanes * intervals);
	const gain = new Float64Array(lanes * intervals);
	const refresh = (cell: number) => {
		gain[cell] = cellCost(demand, cell, count[cell]! + 1) - cellCost(demand, cell, count[cell]!);
	};
	let total = 0;
	for (let cell = 0; cell < count.length; cell++) {
		refresh(cell);
		total += cellCost(demand, cell, 0);
	}
	const several = agentLanes.some((l) => l.length > 1);
	/** Lane each agent counts in, by interval; kept only where there is a choice. */
	const laneAt = several ? agentLanes.map((l) => (l.length > 1 ? new Int8Array(intervals) : null)) : null;
	const sum = new Float64Array(intervals + 1);

	const each = (plan: Plan, from: number, to: number, visit: (interval: number) => void) => {
		for (let d = from; d < to; d++) {
			const k = plan[d]!;
			if (k === 0) continue;
			const s = stretches[k]!;
			const base = d * intervalsPerDay;
			for (let i = 0; i < s.length; i += 2) {
				const end = Math.min(intervals, base + s[i + 1]!);
				for (let t = base + s[i]!; t < end; t++) visit(t);
			}
		}
	};
	const bestLane = (own: Int32Array, t: number): number => {
		let best = own[0]!;
		for (let i = 1; i < own.length; i++)
			if (gain[own[i]! * intervals + t]! < gain[best * intervals + t]!) best = own[i]!;
		return best;
	};

	return {
		count,
		total: () => total,
		price(agent, from, to, out) {
			const own = agentLanes[agent]!;
			const first = from * intervalsPerDay;
			// A shift may reach into the day after the last one priced.
			const last = Math.min(intervals, (to + 1) * intervalsPerDay);
			sum[first] = 0;
			for (let t = first; t < last; t++)
				sum[t + 1] = sum[t]! + (own.length === 0 ? 0 : gain[bestLane(own, t) * intervals + t]!);
			for (let d = from; d < to; d++) {
				const base = d * intervalsPerDay;
				out[d * width] = 0;
				for (let k = 1; k < width; k++) {
					const s = stretches[k]!;
					let value = 0;
					for (let i = 0; i < s.length; i += 2)
						value += sum[Math.min(last, base + s[i + 1]!)]! - sum[Math.min(last, base + s[i]!)]!;
					out[d * width + k] = value;
				}
			}
		},
		add(agent, plan, from, to) {
			const own = agentLanes[agent]!;
			if (own.length === 0) return;
			const at = laneAt?.[agent] ?? null;
			each(plan, from, to, (t) => {
				const lane = at ? bestLane(own, t) : own[0]!;
				if (at) at[t] = lane;
				const cell = lane * intervals + t;
				total += gain[cell]!;
				count[cell]!++;
				refresh(cell);
			});
		},
		remove(agent, plan, from, to) {
			const own = agentLanes[agent]!;
			if (own.length === 0) return;
			const at = laneAt?.[agent] ?? null;
			each(plan, from, to, (t) => {
				const cell = (at ? at[t]! : own[0]!) * intervals + t;
				count[cell]!--;
				refresh(cell);
				total -= gain[cell]!;
			});
		}
	};
}
