import type { AgentRules } from '../core/core-problem.ts';
import type { AgentGraph } from './agent-graph.ts';

/**
 * Cheapest completion of an agent's plan from every (day, state) when only the rule graph counts and totals
 * (minutes, weekends, shifts of a kind) are ignored: a lower bound that prunes the exact search. A price per
 * minute worked may be added, which turns it into the Lagrangian bound for the limits on minutes.
 *
 * Cost of `fill`: days × states × options.
 */
export interface RelaxedBound {
	/** value[(day − from) * states + state]; the row of day `to` tells which states may meet what follows. */
	value: Float64Array;
	/** Fills rows to−1 … from for the given minute price, from the row of `to` set before. */
	fill(cost: Float64Array, from: number, to: number, minutePrice: number): void;
	/** Minutes worked on a cheapest path from the state at `from`, for the prices last filled. */
	pathMinutes(cost: Float64Array, from: number, to: number, state: number, minutePrice: number): number;
}

export function createRelaxedBound(
	rules: AgentRules,
	graph: AgentGraph,
	kindMinutes: Int32Array,
	optionsOfDay: Int32Array[],
	days: number
): RelaxedBound {
	const { states, nextOf, shortRun, runLength } = graph;
	const width = kindMinutes.length;
	const value = new Float64Array((days + 1) * states);
	const mayRest = (state: number, day: number) => shortRun[state] === 0 || runLength[state] === day;

	return {
		value,
		fill(cost, from, to, minutePrice) {
			for (let day = to - 1; day >= from; day--) {
				const row = (day - from) * states;
				const below = row + states;
				const options = optionsOfDay[day]!;
				const next = nextOf[day]!;
				for (let s = 0; s < states; s++) {
					let best = Infinity;
					for (let i = 0; i < options.length; i++) {
						const k = options[i]!;
						const t = next[s * width + k]!;
						if (t < 0 || (k === 0 && !mayRest(s, day))) continue;
						const v = cost[day * width + k]! + minutePrice * kindMinutes[k]! + value[below + t]!;
						if (v < best) best = v;
					}
					value[row + s] = best;
				}
			}
		},
		pathMinutes(cost, from, to, state, minutePrice) {
			let minutes = 0;
			for (let day = from, s = state; day < to; day++) {
				const row = (day - from) * states;
				const options = optionsOfDay[day]!;
				const next = nextOf[day]!;
				let best = Infinity;
				let choice = -1;
				for (let i = 0; i < options.length; i++) {
					const k = options[i]!;
					const t = next[s * width + k]!;
					if (t < 0 || (k === 0 && !mayRest(s, day))) continue;
					const v = cost[day * width + k]! + minutePrice * kindMinutes[k]! + value[row + states + t]!;
					if (v < best) {
						best = v;
						choice = k;
					}
				}
				if (choice < 0) return minutes;
				minutes += kindMinutes[choice]!;
				s = next[s * width + choice]!;
			}
			return minutes;
		}
	};
}
