import type { AgentPlace } from '#solver/balancing/index.ts';
import { withChanged, type FloorChange } from './change-floor.ts';
import { findCandidates, type How } from './find-candidates.ts';
import {
	changesBetween,
	foreseeHere,
	lostWithin,
	savedBy,
	type FloorToForesee,
	type QueueChange
} from './judge-change.ts';
import { costsOf, MOVE_COST } from './move-cost.ts';

const OTHER_SEED = 2;
/** A proposal stands until it saves less than this part of what it must save when it is made. */
const KEEP_SHARE = 0.5;
/** More at once can't be weighed by anybody. */
const MOST_PROPOSALS = 4;
/** A target counts as missed from this chance on, as where the floor foresees a breach. */
const LIKELY = 0.5;

export interface FindRequest extends FloorToForesee {
	kind: 'find';
	/** By agent, in the floor's order. */
	places: AgentPlace[];
	/** By queue; 0 = nothing is known of it, so that nothing is judged by it. */
	weights: number[];
	/** Proposals that stand, oldest first. `isPinned`: stands whatever it saves. */
	standing: { id: string; changes: FloorChange[]; costs: number; isPinned: boolean }[];
	/** New moves at the most. */
	mostMoves: number;
	/** Queues of which nobody is proposed to serve them alone: that was put aside. */
	notAlone: number[];
	/** What may change in people's day. */
	dayChanges: FloorChange[];
	/** What is not proposed of a queue's people: it was put aside. */
	notOfDay: { queue: number; how: How }[];
}

export interface FoundMoves {
	from: number;
	to: number | null;
	how: How;
	changes: FloorChange[];
	effects: QueueChange[];
	saves: number;
	costs: number;
}

export interface FindAnswer {
	/** Of those that stand on. */
	standing: { id: string; effects: QueueChange[]; saves: number }[];
	found: FoundMoves[];
	/** All of them at once, but those who might stay longer. */
	together: QueueChange[];
	/** Contacts lost in the next hour if nothing is done, of the queues that are judged. */
	lost: number;
	/** Every target is more likely kept than missed all the hour long. */
	isKept: boolean;
	/** The best that was tried and does not pay. */
	best: { saves: number; costs: number } | null;
}

/** The queues that somebody comes to or leaves, and those that were or become their main one. */
export function touchedBy(
	{ floor, places }: Pick<FindRequest, 'floor' | 'places'>,
	changes: readonly FloorChange[]
): Set<number> {
	const touched = new Set<number>();
	for (const { agent, queues } of changes) {
		const was = floor.agents[agent]!.queues;
		const { serving } = places[agent]!;
		if (serving !== null) touched.add(serving);
		// With another day they serve what they serve.
		if (!queues) continue;
		for (const queue of new Set([...was, ...queues]))
			if (was.includes(queue) !== queues.includes(queue) || queue === queues[0]) touched.add(queue);
	}
	return touched;
}

/**
 * Judges the proposals that stand, and looks for further ones: the balancer says who should go where (`balanceAhead`,
 * the one that the benchmark holds against the simulator), and the forecast of the floor says what that does; only what
 * pays by the forecast is answered. Runs in the thread: a dozen forecasts of the floor, and what `effortFor` allows.
 */
export function findMoves(request: FindRequest): FindAnswer {
	const { floor, variants, weights, standing, mostMoves } = request;
	const foresee = (changes: readonly FloorChange[]) =>
		foreseeHere({ floor: withChanged(floor, changes), variants });
	const now = foresee([]);
	const judged = now.filter((_, queue) => weights[queue]! > 0);
	const answer: FindAnswer = {
		standing: [],
		found: [],
		together: [],
		lost: judged.reduce((sum, queue) => sum + lostWithin(queue), 0),
		isKept: judged.every(({ points }) => points.every(({ missChance }) => (missChance ?? 0) < LIKELY)),
		best: null
	};

	const taken: FloorChange[] = [];
	for (const { id, changes, costs, isPinned } of standing) {
		const effects = changesBetween(now, foresee(changes), touchedBy(request, changes));
		const saves = savedBy(effects, weights);
		if (!isPinned && saves < KEEP_SHARE * costs) continue;
		answer.standing.push({ id, effects, saves });
		taken.push(...changes);
	}
	let after = taken.length > 0 ? foresee(taken) : now;
	let left = mostMoves;
	const isTaken = (agent: number) => taken.some((one) => one.agent === agent);

	/** The same move under other dice: of several tried one looks best by luck. */
	const savedOtherwise = (before: readonly FloorChange[], changes: readonly FloorChange[]): number => {
		const [was, is] = [before, [...before, ...changes]].map((all) =>
			foreseeHere({ floor: withChanged(floor, all), variants }, OTHER_SEED)
		);
		return savedBy(changesBetween(was!, is!, touchedBy(request, changes)), weights);
	};
	for (const candidate of mostMoves > 0 && answer.lost >= MOVE_COST
		? findCandidates(request, now, taken)
		: []) {
		if (answer.found.length + answer.standing.length >= MOST_PROPOSALS) break;
		if (candidate.ways.some(({ changes }) => changes.some(({ agent }) => isTaken(agent)))) continue;
		if (left < candidate.ways[0]!.changes.length) continue;
		const tried = candidate.ways.map(({ how, changes }) => {
			const then = foresee([...taken, ...changes]);
			const effects = changesBetween(after, then, touchedBy(request, changes));
			return { how, changes, then, effects, saves: savedBy(effects, weights) };
		});
		const best = tried.reduce((a, b) => (b.saves > a.saves ? b : a));
		const { from, to } = candidate;
		const costs = costsOf(best.changes, request.places);
		const saves = best.saves < costs ? best.saves : Math.min(best.saves, savedOtherwise(taken, best.changes));
		if (saves < costs) {
			if (!answer.best || saves - costs > answer.best.saves - answer.best.costs)
				answer.best = { saves, costs };
			continue;
		}
		const { how, changes } = best;
		// Told as what it does by itself; whether it pays was asked besides those before it.
		const effects =
			taken.length === 0 ? best.effects : changesBetween(now, foresee(changes), touchedBy(request, changes));
		answer.found.push({ from, to, how, changes, effects, saves: savedBy(effects, weights), costs });
		taken.push(...changes);
		left -= changes.length;
		after = best.then;
	}
	// Each who might stay is asked for themselves.
	const atOnce = taken.filter(({ day }) => day?.kind !== 'extended');
	if (atOnce.length < taken.length) after = foresee(atOnce);
	answer.together = changesBetween(now, after, touchedBy(request, atOnce));
	return answer;
}
