import { balanceAhead, movePrice, type AgentPlace, type PriceRange } from '#solver/balancing/index.ts';
import type { PresentFloor } from '#solver/prediction/index.ts';

export type Policy = 'none' | 'greedy' | 'balancer';

export interface Move {
	/** By place on the floor. */
	agent: number;
	to: number;
}

/** All that a policy sees: the floor as the live product reads it, forecast and roster in it, and who can go where. */
export interface Sight {
	floor: PresentFloor;
	places: readonly AgentPlace[];
	/** Moves saved up by now, a fraction of one with it; and what can be saved up at the most. */
	saved: number;
	mostSaved: number;
}

/**
 * What a move must save with none left and with all that can be saved up; found, as the limit of the greedy rule, on days
 * from 1 to 20, which the benchmark does not score. Between 0.5 for all and these it is hardly told apart on nine days.
 */
const PRICE: PriceRange = { scarce: 3, plenty: 0.4 };
const LONGER_BY = 1;

export const MOVES_OF: Record<Policy, (sight: Sight) => readonly Move[]> = {
	none: () => [],
	greedy: (sight) => longestFirst(sight),
	balancer: ({ floor, places, saved, mostSaved }) =>
		balanceAhead(floor, places, {
			seed: 7,
			moveCost: (taken) => movePrice(saved - taken, mostSaved, PRICE),
			mostMoves: Math.floor(saved)
		})
};

/**
 * Longest queue first: one after another from the shortest line to the longest, as long as that is longer by one; those
 * whose hands are free before others, and nobody who goes on a break or home within the quarter of an hour.
 */
export function longestFirst({ floor, places, saved }: Sight, longerBy = LONGER_BY): Move[] {
	const { queues, agents } = floor;
	const lines = queues.map(({ waitingSeconds }) => waitingSeconds.length);
	const moves: Move[] = [];
	const isMoved = new Set<number>();
	const isThere = (a: number) =>
		agents[a]!.isServing && !agents[a]!.changes.some((one) => !one.isServing && one.inSeconds < 900);
	while (moves.length < Math.floor(saved)) {
		const to = lines.indexOf(Math.max(...lines));
		let best = -1;
		const line = (a: number) => lines[places[a]!.serving!]! + agents[a]!.contacts.length / 100;
		places.forEach(({ serving, can }, a) => {
			if (isMoved.has(a) || !isThere(a) || serving === to) return;
			if (can.some(({ queue }) => queue === to) && (best < 0 || line(a) < line(best))) best = a;
		});
		if (best < 0 || lines[to]! < lines[places[best]!.serving!]! + longerBy) break;
		moves.push({ agent: best, to });
		isMoved.add(best);
		lines[to]!--;
	}
	return moves;
}
