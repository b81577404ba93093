import type { AgentRules } from '../core/core-problem.ts';
import type { AgentGraph } from './agent-graph.ts';
import type { OptionGroups } from './option-groups.ts';
import type { Stock } from './stock.ts';

/** Prices for what a plan uses of limited totals; all 0 for none. */
export interface TotalPrices {
	minute: number;
	weekend: number;
	/** By kind, for those counted. */
	ofKind: Float64Array;
}

/** What a path uses of them. */
export interface TotalUse {
	minutes: number;
	weekends: number;
	ofKind: Int32Array;
}

/** The days priced, and how. */
export interface RelaxedRange {
	groups: OptionGroups;
	from: number;
	to: number;
	/** The Saturday before `to` belongs to a weekend that is worked anyway. */
	isOpenWeekend: boolean;
	/** Totals that are counted exactly, by what is left of them. */
	stock: Stock;
	prices: TotalPrices;
}

/**
 * Cheapest completion of an agent's plan from every (day, stock, state) when only the rule graph and what is left in
 * stock count, and other limits on totals are replaced by prices: the Lagrangian bound that prunes the exact search.
 *
 * Cost of `fill`: days × sizes of the stock × states × groups of options.
 */
export interface RelaxedBound {
	/** value[((day − from) * stock.size + left) * states + state]. */
	value: Float64Array;
	/** priced[day * groups + group]: cost of the group's option with prices, but for that of a weekend. */
	priced: Float64Array;
	/**
	 * On the first day it fills the values of the one state that the range begins in.
	 *
	 * @param ends by state: 0 when it may meet what follows, else Infinity
	 */
	fill(range: RelaxedRange, first: number, ends: Float64Array): void;
	/** Writes into `use` what the cheapest path from the state at `from` uses, as filled last. */
	follow(range: RelaxedRange, state: number, use: TotalUse): void;
}

export function createRelaxedBound(
	rules: AgentRules,
	{ states, shortRun, runLength }: AgentGraph,
	days: number,
	mostGroups: number
): RelaxedBound {
	const priced = new Float64Array(days * mostGroups);
	const mayRest = (state: number, day: number) => shortRun[state] === 0 || runLength[state] === day;
	const { isSaturday, isSunday } = rules;

	const bound: RelaxedBound = {
		value: new Float64Array((days + 1) * states),
		priced,
		fill({ groups, from, to, isOpenWeekend, stock, prices }, first, ends) {
			const { count, minutes, counted, cost, nextOf } = groups;
			const { size, after } = stock;
			const layer = size * states;
			const needed = (to - from + 1) * layer;
			if (bound.value.length < needed) bound.value = new Float64Array(needed);
			const { value } = bound;
			for (let left = 0, at = (to - from) * layer; left < size; left++, at += states) value.set(ends, at);
			for (let day = to - 1; day >= from; day--) {
				const at = day * count;
				for (let g = 0; g < count; g++) {
					const kind = counted[g]!;
					priced[at + g] =
						cost[at + g]! + prices.minute * minutes[g]! + (kind < 0 ? 0 : prices.ofKind[kind]!);
				}
				const isFirst = isSaturday[day] === 1 && !(isOpenWeekend && day + 1 === to);
				const isLate = isSunday[day] === 1;
				const below = (day + 1 - from) * layer;
				const next = nextOf[day]!;
				const least = day === from ? first : 0;
				const most = day === from ? first : states - 1;
				for (let left = 0; left < size; left++) {
					const row = (day - from) * layer + left * states;
					const same = below + left * states;
					for (let s = least; s <= most; s++) {
						const begins = isFirst || (isLate && runLength[s] === 0) ? 1 : 0;
						const from0 = s * count;
						let work = Infinity;
						for (let g = 1; g < count; g++) {
							const t = next[from0 + g]!;
							if (t < 0) continue;
							const then = after[(g * 2 + begins) * size + left]!;
							if (then < 0) continue;
							const v = priced[at + g]! + value[below + then * states + t]!;
							if (v < work) work = v;
						}
						let best = begins === 1 ? work + prices.weekend : work;
						const off = next[from0]!;
						if (off >= 0 && mayRest(s, day)) {
							const v = priced[at]! + value[same + off]!;
							if (v < best) best = v;
						}
						value[row + s] = best;
					}
				}
			}
		},
		follow({ groups, from, to, isOpenWeekend, stock, prices }, state, use) {
			const { count, minutes, counted, nextOf } = groups;
			const { size, after } = stock;
			const { value } = bound;
			use.minutes = 0;
			use.weekends = 0;
			use.ofKind.fill(0);
			let left = stock.full;
			for (let day = from, s = state; day < to; day++) {
				const below = (day + 1 - from) * size * states;
				const next = nextOf[day]!;
				const begins =
					(isSaturday[day] === 1 && !(isOpenWeekend && day + 1 === to)) ||
					(isSunday[day] === 1 && runLength[s] === 0)
						? 1
						: 0;
				let best = Infinity;
				let choice = -1;
				for (let g = 0; g < count; g++) {
					const t = next[s * count + g]!;
					if (t < 0 || (g === 0 && !mayRest(s, day))) continue;
					const then = after[(g * 2 + (g > 0 ? begins : 0)) * size + left]!;
					if (then < 0) continue;
					const charge = g > 0 && begins === 1 ? prices.weekend : 0;
					const v = priced[day * count + g]! + value[below + then * states + t]! + charge;
					if (v < best) {
						best = v;
						choice = g;
					}
				}
				if (choice < 0) return;
				const worksFirst = choice > 0 ? begins : 0;
				use.minutes += minutes[choice]!;
				use.weekends += worksFirst;
				if (counted[choice]! >= 0) use.ofKind[counted[choice]!]!++;
				left = after[(choice * 2 + worksFirst) * size + left]!;
				s = next[s * count + choice]!;
			}
		}
	};
	return bound;
}
