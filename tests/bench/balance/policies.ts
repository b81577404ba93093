import type { AgentPlace } from '#solver/balancing/index.ts';
import type { PresentFloor } from '#solver/prediction/index.ts';

export type Policy = 'none' | 'greedy' | 'balancer';

/** Somebody, by place on the floor, and what they serve from then on. */
export interface Move {
	agent: number;
	queues: readonly number[];
}

/** What the greedy rule sees: the floor as the live product reads it, and who can go where. */
export interface Sight {
	floor: PresentFloor;
	/** `serving`: the queue that they were sent to last. */
	places: readonly AgentPlace[];
	/** Moves that are left, a fraction of one with it. */
	left: number;
}

const LONGER_BY = 1;

/**
 * Longest queue first: one after another from the shortest line to the longest, as long as that is longer by one; those
 * whose hands are free before others, and nobody who goes on a break or home within the quarter of an hour. Whoever is
 * sent serves their own queue as well.
 */
export function longestFirst({ floor, places, left }: Sight, longerBy = LONGER_BY): Move[] {
	const { queues, agents } = floor;
	const lines = queues.map(({ waitingSeconds }) => waitingSeconds.length);
	const moves: Move[] = [];
	const isMoved = new Set<number>();
	const isThere = (a: number) =>
		agents[a]!.isServing && !agents[a]!.changes.some((one) => !one.isServing && one.inSeconds < 900);
	while (moves.length < Math.floor(left)) {
		const to = lines.indexOf(Math.max(...lines));
		let best = -1;
		const line = (a: number) => lines[places[a]!.serving!]! + agents[a]!.contacts.length / 100;
		places.forEach(({ serving, can }, a) => {
			if (isMoved.has(a) || !isThere(a) || serving === to) return;
			if (can.some(({ queue }) => queue === to) && (best < 0 || line(a) < line(best))) best = a;
		});
		if (best < 0 || lines[to]! < lines[places[best]!.serving!]! + longerBy) break;
		const { serves } = places[best]!.can.find(({ queue }) => queue === to)!;
		moves.push({ agent: best, queues: serves! });
		isMoved.add(best);
		lines[to]!--;
	}
	return moves;
}
