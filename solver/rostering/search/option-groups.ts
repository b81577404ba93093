import type { AgentRules } from '../core/core-problem.ts';
import type { AgentGraph } from './agent-graph.ts';

/**
 * Options that a search need not tell apart: kinds that lead to the same states, take the same minutes and are not
 * counted each on its own. Of those allowed on a day only the cheapest can be in a best plan. Group 0 is off.
 */
export interface OptionGroups {
	count: number;
	/** By group: minutes worked. */
	minutes: Int32Array;
	/** By group: the kind when the group is counted on its own, else −1. */
	counted: Int32Array;
	/** By day, as in the graph: next[state * count + group]. Days on which the same holds share one table. */
	nextOf: Int32Array[];
	/** [day * count + group]: cheapest option of the last `choose`; −1 where none is allowed. */
	option: Int16Array;
	/** [day * count + group]: what it costs; Infinity where none is allowed. */
	cost: Float64Array;
	/** Finds each group's cheapest option. Costs O(days × options). */
	choose(cost: Float64Array, from: number, to: number): void;
}

/** @param countedKinds kinds that are groups of their own */
export function createOptionGroups(
	{ allowed }: AgentRules,
	{ states, nextOf, usable }: AgentGraph,
	kindMinutes: Int32Array,
	days: number,
	countedKinds: readonly number[]
): OptionGroups {
	const width = kindMinutes.length;
	const tables = [...new Set(nextOf)];
	const leadsAlike = (a: number, b: number) => {
		for (const next of tables)
			for (let s = 0; s < states; s++) if (next[s * width + a] !== next[s * width + b]) return false;
		return true;
	};
	const groups: number[][] = [[0]];
	for (const k of usable) {
		const same = countedKinds.includes(k)
			? undefined
			: groups.find(
					([first], g) =>
						g > 0 &&
						!countedKinds.includes(first!) &&
						kindMinutes[first!] === kindMinutes[k] &&
						leadsAlike(first!, k)
				);
		if (same) same.push(k);
		else groups.push([k]);
	}
	const count = groups.length;
	const grouped = new Map(
		tables.map((next) => {
			const narrow = new Int32Array(states * count);
			for (let s = 0; s < states; s++)
				for (let g = 0; g < count; g++) narrow[s * count + g] = next[s * width + groups[g]![0]!]!;
			return [next, narrow];
		})
	);
	const option = new Int16Array(days * count);
	const cheapest = new Float64Array(days * count);
	return {
		count,
		minutes: Int32Array.from(groups, ([first]) => kindMinutes[first!]!),
		counted: Int32Array.from(groups, ([first]) => (countedKinds.includes(first!) ? first! : -1)),
		nextOf: nextOf.map((next) => grouped.get(next)!),
		option,
		cost: cheapest,
		choose(cost, from, to) {
			for (let day = from; day < to; day++)
				for (let g = 0; g < count; g++) {
					const members = groups[g]!;
					let best = Infinity;
					let choice = -1;
					for (let i = 0; i < members.length; i++) {
						const at = day * width + members[i]!;
						if (allowed[at] === 0 || (choice >= 0 && cost[at]! >= best)) continue;
						best = cost[at]!;
						choice = members[i]!;
					}
					option[day * count + g] = choice;
					cheapest[day * count + g] = choice < 0 ? Infinity : best;
				}
		}
	};
}
