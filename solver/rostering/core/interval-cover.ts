import type { Plan } from './core-problem.ts';
import type { CoverModel } from './cover-model.ts';
import type { FloorDemand } from './floor-cover.ts';

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
	/**
	 * Worked stretches of each kind, [from, to) in intervals from its day's start, flattened in pairs. Kinds may be added
	 * while the cover is in use, as long as nothing is priced.
	 */
	stretches: Int32Array[];
	/** Lanes each agent can work in. */
	agentLanes: Int32Array[];
	/** Least people present (`withFloors` in floor-cover.ts); left out: none. */
	floors?: FloorDemand;
}

export interface IntervalCover extends CoverModel {
	/** People who count in a lane in an interval. */
	people(lane: number, interval: number): number;
}

/** Cost of a cell with n people: a convex function with kinks at the demand and at the deep limit. */
export function cellCost(demand: IntervalDemand, cell: number, n: number): number {
	const gap = demand.required[cell]! - n;
	const deep = demand.deepAt[cell]! - n;
	return (gap > 0 ? gap * demand.under : -gap * demand.over) + (deep > 0 ? deep * demand.deepUnder : 0);
}

/**
 * Cover where a shift covers intervals, and in each of them an agent with several skills counts in one lane. The
 * allotment of the people present to lanes is kept at least cost: whoever enters takes the cheapest chain of moves
 * (a lane, someone there moves on to another lane they know, and so on), and whoever leaves frees the place that
 * matters least, again by a chain (see `allocateHeads`). Pricing counts the same chains, so it is exact.
 *
 * Cost: pricing O(intervals × lanes + days × kinds), a change O(intervals worked × lanes). Lanes beyond the
 * thirtieth are left out of the chains.
 */
export function createIntervalCover(demand: IntervalDemand): IntervalCover {
	const { intervals, intervalsPerDay, lanes, stretches, agentLanes } = demand;
	const width = stretches.length;
	const count = new Int32Array(lanes * intervals);
	/** What one more person costs in each cell, and one fewer. */
	const gain = new Float64Array(lanes * intervals);
	const loss = new Float64Array(lanes * intervals);
	const step = (cell: number, n: number) => cellCost(demand, cell, n + 1) - cellCost(demand, cell, n);
	const gainOne = (cell: number) => {
		count[cell]!++;
		loss[cell] = -gain[cell]!;
		gain[cell] = step(cell, count[cell]!);
	};
	const loseOne = (cell: number) => {
		count[cell]!--;
		gain[cell] = -loss[cell]!;
		loss[cell] = -step(cell, count[cell]! - 1);
	};
	let total = 0;
	for (let cell = 0; cell < count.length; cell++) {
		gain[cell] = step(cell, 0);
		total += cellCost(demand, cell, 0);
	}

	/** Agents of the same lanes are one group. */
	const groupLanes: Int32Array[] = [];
	const keys = new Map<string, number>();
	const groupOf = Int32Array.from(agentLanes, (own) => {
		const key = own.join();
		if (!keys.has(key)) keys.set(key, groupLanes.push(own) - 1);
		return keys.get(key)!;
	});
	const groups = groupLanes.length;
	const masks = Int32Array.from(groupLanes, (own) => own.reduce((m, l) => (l < 30 ? m | (1 << l) : m), 0));
	/** People by [(interval * lanes + lane) * groups + group], and the lanes that one of them could move to. */
	const placed = new Int32Array(intervals * lanes * groups);
	const moves = new Int32Array(intervals * lanes);
	const place = (t: number, lane: number, group: number, by: number) => {
		const row = t * lanes + lane;
		const now = (placed[row * groups + group]! += by);
		if (by > 0) moves[row]! |= masks[group]!;
		else if (now === 0) {
			moves[row] = 0;
			for (let h = 0; h < groups; h++) if (placed[row * groups + h]! > 0) moves[row]! |= masks[h]!;
		}
	};
	/** Moves someone in `from` who knows `to`. */
	const move = (t: number, from: number, to: number) => {
		for (let h = 0; h < groups; h++)
			if (placed[(t * lanes + from) * groups + h]! > 0 && (masks[h]! >> to) & 1) {
				place(t, from, h, -1);
				place(t, to, h, 1);
				return;
			}
	};

	/** Lanes in the order reached, and the lane before each on its chain (−1 at the chain's start). */
	const queue = new Int32Array(lanes);
	const before = new Int32Array(lanes);
	/** Follows chains from the queue's first `length` lanes; `forward` as people move, else against it. */
	const reach = (t: number, length: number, forward: boolean): number => {
		let seen = 0;
		for (let i = 0; i < length; i++) if (queue[i]! < 30) seen |= 1 << queue[i]!;
		for (let i = 0; i < length; i++) {
			const lane = queue[i]!;
			if (lane >= 30) continue;
			if (forward) {
				let fresh = moves[t * lanes + lane]! & ~seen;
				seen |= fresh;
				for (; fresh !== 0; fresh &= fresh - 1) {
					const to = 31 - Math.clz32(fresh & -fresh);
					before[to] = lane;
					queue[length++] = to;
				}
			} else
				for (let from = 0; from < lanes && from < 30; from++)
					if (((seen >> from) & 1) === 0 && (moves[t * lanes + from]! >> lane) & 1) {
						seen |= 1 << from;
						before[from] = lane;
						queue[length++] = from;
					}
		}
		return length;
	};
	/** End of the cheapest chain for one more person of the group. */
	const bestEntry = (group: number, t: number): number => {
		const own = groupLanes[group]!;
		for (let i = 0; i < own.length; i++) {
			queue[i] = own[i]!;
			before[own[i]!] = -1;
		}
		const length = reach(t, own.length, true);
		let best = queue[0]!;
		for (let i = 1; i < length; i++)
			if (gain[queue[i]! * intervals + t]! < gain[best * intervals + t]!) best = queue[i]!;
		return best;
	};
	/** By [group * intervals + interval] what one more person costs; NaN until it is asked for. */
	const entry = new Float64Array(groups * intervals).fill(NaN);
	const entryOf = (group: number, t: number): number => {
		const known = entry[group * intervals + t]!;
		if (known === known) return known;
		return (entry[group * intervals + t] = gain[bestEntry(group, t) * intervals + t]!);
	};
	const forget = (t: number) => {
		for (let at = t; at < entry.length; at += intervals) entry[at] = NaN;
	};
	const enter = (group: number, t: number) => {
		const end = bestEntry(group, t);
		const cell = end * intervals + t;
		total += gain[cell]!;
		gainOne(cell);
		forget(t);
		let lane = end;
		for (; before[lane]! >= 0; lane = before[lane]!) move(t, before[lane]!, lane);
		place(t, lane, group, 1);
	};
	const leave = (group: number, t: number) => {
		let length = 0;
		for (const lane of groupLanes[group]!)
			if (placed[(t * lanes + lane) * groups + group]! > 0) {
				queue[length++] = lane;
				before[lane] = -1;
			}
		length = reach(t, length, false);
		let end = -1;
		let least = Infinity;
		for (let i = 0; i < length; i++) {
			const saved = loss[queue[i]! * intervals + t]!;
			if (saved < least) {
				least = saved;
				end = queue[i]!;
			}
		}
		loseOne(end * intervals + t);
		forget(t);
		total += least;
		if (before[end]! < 0) {
			place(t, end, group, -1);
			return;
		}
		// Who leaves the start of the chain is replaced along it, the end staying empty.
		const chain: number[] = [];
		for (let lane = end; lane >= 0; lane = before[lane]!) chain.push(lane);
		place(t, chain.at(-1)!, group, -1);
		for (let i = chain.length - 2; i >= 0; i--) move(t, chain[i]!, chain[i + 1]!);
	};

	const each = (plan: Plan, from: number, to: number, visit: (interval: number) => void) => {
		for (let d = from; d < to; d++) {
			const s = stretches[plan[d]!]!;
			const base = d * intervalsPerDay;
			for (let i = 0; i < s.length; i += 2) {
				const end = Math.min(intervals, base + s[i + 1]!);
				for (let t = base + s[i]!; t < end; t++) visit(t);
			}
		}
	};
	const sum = new Float64Array(intervals + 1);
	/** From the start of a day: when the first shift begins, and the last one ends. */
	const edges = stretches.flatMap((own) => [...own]);
	const earliest = edges.reduce((low, at) => Math.min(low, at), Infinity);
	const latest = edges.reduce((high, at) => Math.max(high, at), 0);
	/** By interval of the day: whether any shift, of that day or the one before, may cover it. */
	const isWorked = new Uint8Array(intervalsPerDay);
	for (const own of stretches)
		for (let i = 0; i < own.length; i += 2)
			for (let t = own[i]!; t < own[i + 1]!; t++) isWorked[t % intervalsPerDay] = 1;

	return {
		total: () => total,
		people: (lane, interval) => count[lane * intervals + interval]!,
		price(agent, from, to, out) {
			const group = groupOf[agent]!;
			const able = agentLanes[agent]!.length > 0;
			const first = Math.min(intervals, from * intervalsPerDay + earliest);
			const last = Math.min(intervals, (to - 1) * intervalsPerDay + latest);
			sum[first] = 0;
			for (let t = first; t < last; t++)
				sum[t + 1] = sum[t]! + (able && isWorked[t % intervalsPerDay] === 1 ? entryOf(group, t) : 0);
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
			if (agentLanes[agent]!.length > 0) each(plan, from, to, (t) => enter(groupOf[agent]!, t));
		},
		remove(agent, plan, from, to) {
			if (agentLanes[agent]!.length > 0) each(plan, from, to, (t) => leave(groupOf[agent]!, t));
		}
	};
}
