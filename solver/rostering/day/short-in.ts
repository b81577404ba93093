import { allocateHeads } from '../core/allocate-heads.ts';
import { cellCost } from '../core/interval-cover.ts';
import type { CompiledDay } from './compile-day.ts';

/** Intervals × people short of the demand where choices differ, for one choice of each person. */
export function shortIn({ people, demand }: CompiledDay, choices: Int32Array): number {
	const { intervals, lanes, stretches, agentLanes, required } = demand;
	const groups = new Map<string, { lanes: Int32Array; present: Int32Array }>();
	people.forEach(({ kinds }, a) => {
		const key = agentLanes[a]!.join();
		const group = groups.get(key) ?? { lanes: agentLanes[a]!, present: new Int32Array(intervals) };
		groups.set(key, group);
		const edges = stretches[kinds[choices[a]!]!]!;
		for (let i = 0; i < edges.length; i += 2)
			for (let t = edges[i]!; t < edges[i + 1]!; t++) group.present[t]!++;
	});
	let short = 0;
	for (let t = 0; t < intervals; t++) {
		const counts = allocateHeads(
			[...groups.values()].map((group) => ({ lanes: group.lanes, people: group.present[t]! })),
			lanes,
			(lane, n) => {
				const cell = lane * intervals + t;
				return cellCost(demand, cell, n + 1) - cellCost(demand, cell, n);
			}
		);
		for (let lane = 0; lane < lanes; lane++)
			short += Math.max(0, required[lane * intervals + t]! - counts[lane]!);
	}
	return short;
}
