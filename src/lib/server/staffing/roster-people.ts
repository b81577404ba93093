import type { PeopledGroup } from './skill-groups.ts';

/** A shift as far as a check wants to know. */
export interface WorkedShift {
	agentId: string;
	startAt: number;
	endAt: number;
	breaks: readonly { startAt: number; endAt: number }[];
}

/**
 * The people of each group who are at work, by interval: shifts less their breaks, with the part of the interval that
 * they cover.
 *
 * @param instants of the intervals, in order
 */
export function rosterPeople(
	groups: readonly PeopledGroup[],
	shifts: readonly WorkedShift[],
	instants: readonly number[],
	intervalSeconds: number
): Map<string, number[]> {
	const stepMs = intervalSeconds * 1000;
	const groupOf = new Map(
		groups.flatMap(({ id, agentIds }) => agentIds.map((agent) => [agent, id] as const))
	);
	const people = new Map(groups.map(({ id }) => [id, instants.map(() => 0)]));
	for (const { agentId, startAt, endAt, breaks } of shifts) {
		const here = people.get(groupOf.get(agentId) ?? '');
		if (!here) continue;
		let i = firstFrom(instants, startAt - stepMs + 1);
		for (; i < instants.length && instants[i]! < endAt; i++) {
			const [from, to] = [instants[i]!, instants[i]! + stepMs];
			const away = breaks.reduce((sum, pause) => sum + overlap(from, to, pause.startAt, pause.endAt), 0);
			here[i]! += Math.max(0, overlap(from, to, startAt, endAt) - away) / stepMs;
		}
	}
	return people;
}

const overlap = (from: number, to: number, start: number, end: number): number =>
	Math.max(0, Math.min(to, end) - Math.max(from, start));

function firstFrom(instants: readonly number[], at: number): number {
	let [low, high] = [0, instants.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (instants[middle]! < at) low = middle + 1;
		else high = middle;
	}
	return low;
}
