import { isAskedFor } from '#lib/contracts/balance.ts';
import { reachOf, type AgentPlace, type MoveStore } from '#solver/balancing/index.ts';
import type { ForeseenQueue } from '#solver/prediction/index.ts';
import { peopleOf, withChanged, type FloorChange } from './change-floor.ts';
import { findCandidates, type Candidate, type How } from './find-candidates.ts';
import {
	changesBetween,
	foreseeHere,
	keepsTargets,
	lostWithin,
	savedBy,
	type FloorToForesee,
	type QueueChange
} from './judge-change.ts';
import { costsOf, MOVE_COST, paidHoursOf, priceOf } from './move-cost.ts';
import type { QueueLevers } from './queue-levers.ts';

const OTHER_SEED = 2;
/** A proposal stands until it saves less than this part of what it must save when it is made. */
const KEEP_SHARE = 0.5;
/** More at once can't be weighed by anybody. */
const MOST_PROPOSALS = 4;
/** A target counts as missed from this chance on, as where the floor foresees a breach. */
const LIKELY = 0.5;

export interface FindRequest extends FloorToForesee {
	kind: 'find';
	/** The floor's time: UTC ms. */
	nowAt: number;
	/** By agent, in the floor's order. */
	places: AgentPlace[];
	/** By queue; 0 = nothing is known of it, so that nothing is judged by it. */
	weights: number[];
	/** Proposals that stand, oldest first. `isPinned`: stands whatever it saves. */
	standing: { id: string; changes: FloorChange[]; costs: number; isPinned: boolean }[];
	/** People about whom something new may be proposed at the most. */
	mostMoves: number;
	/** What the next move must save follows the moves that are left. */
	store: MoveStore;
	/** Queues of which nobody is proposed to serve them alone: that was put aside. */
	notAlone: number[];
	/** What may change in people's day. */
	dayChanges: FloorChange[];
	/** What is not proposed of a queue's people: it was put aside. */
	notOfDay: { queue: number; how: How }[];
	/** By queue; left out where nothing is known of it. */
	levers: QueueLevers[];
}

export interface FoundMoves {
	from: number;
	to: number | null;
	how: How;
	changes: FloorChange[];
	effects: QueueChange[];
	saves: number;
	costs: number;
	paidHours: number;
}

export interface FindAnswer {
	/** Of those that stand on. */
	standing: { id: string; effects: QueueChange[]; saves: number }[];
	found: FoundMoves[];
	/** All of them at once, but those for which people are asked. */
	together: QueueChange[];
	/** Contacts lost in the next hour if nothing is done, of the queues that are judged. */
	lost: number;
	/** Every target is more likely kept than missed all the hour long. */
	isKept: boolean;
	/** The best that was tried and does not pay. */
	best: { saves: number; costs: number } | null;
}

/** The queues that somebody comes to or leaves, those that were or become their main one, and those whose line is offered something. */
export function touchedBy(
	{ floor, places }: Pick<FindRequest, 'floor' | 'places'>,
	changes: readonly FloorChange[]
): Set<number> {
	const touched = new Set<number>();
	for (const { agent, queues, offer } of changes) {
		if (offer) touched.add(offer.queue);
		if (agent === null) continue;
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
 * Judges the proposals that stand, and looks for further ones: the balancer says who should go where (`balanceAhead`),
 * and the forecast of the floor says what that does; only what pays by the forecast, under two sets of dice, is
 * answered. The benchmark holds this very search against the simulator. Runs in the thread: some dozen forecasts of the
 * floor, and what `effortFor` allows.
 */
export function findMoves(request: FindRequest): FindAnswer {
	const { floor, variants, weights, places, standing, mostMoves, store } = request;
	const links = reachOf(floor, places);
	const foresee = (changes: readonly FloorChange[], seed?: number) =>
		foreseeHere({ floor: withChanged(floor, changes), variants, links }, seed);
	const between = (before: ForeseenQueue[], after: ForeseenQueue[], changes: readonly FloorChange[]) =>
		changesBetween(before, after, touchedBy(request, changes));
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
		const then = foresee(changes);
		const effects = between(now, then, changes);
		const saves = savedBy(effects, weights);
		// Of hours saved: what they may take, and as much again.
		const least = costs < 0 ? costs / KEEP_SHARE : KEEP_SHARE * costs;
		const stands = saves >= least && (costs >= 0 || keepsTargets(now, then, weights));
		if (!isPinned && !stands) continue;
		answer.standing.push({ id, effects, saves });
		taken.push(...changes);
	}
	let after = taken.length > 0 ? foresee(taken) : now;
	const price = priceOf(store);
	let made = 0;
	const isTaken = ({ agent, offer }: FloorChange) =>
		taken.some((one) =>
			offer ? one.offer?.queue === offer.queue && one.offer.kind === offer.kind : one.agent === agent
		);

	/** The same under other dice: of several tried one looks best by luck. */
	const otherwise = (changes: readonly FloorChange[]) => {
		const [was, is] = [foresee(taken, OTHER_SEED), foresee([...taken, ...changes], OTHER_SEED)];
		return { was, is, saves: savedBy(between(was, is, changes), weights) };
	};
	const tryWay = ({ how, changes }: Candidate['ways'][number]) => {
		const then = foresee([...taken, ...changes]);
		const effects = between(after, then, changes);
		const saves = savedBy(effects, weights);
		const priced = costsOf(changes, request, price, made);
		return { how, changes, then, effects, saves, priced, net: saves - priced };
	};
	const candidates = findCandidates(request, now, taken, answer.lost >= MOVE_COST);
	for (const candidate of candidates) {
		if (answer.found.length + answer.standing.length >= MOST_PROPOSALS) break;
		if (candidate.ways.some(({ changes }) => changes.some(isTaken))) continue;
		if (mostMoves - made < peopleOf(candidate.ways[0]!.changes)) continue;
		const best = candidate.ways.map(tryWay).reduce((a, b) => (b.net > a.net ? b : a));
		const { from, to, isPriced } = candidate;
		const { how, changes, then } = best;
		const costs = isPriced ? costsOf(changes, request) : best.priced;
		let { saves } = best;
		let isKept = how !== 'leave' || keepsTargets(after, then, weights);
		if (saves >= costs && isKept) {
			const other = otherwise(changes);
			saves = Math.min(saves, other.saves);
			isKept = how !== 'leave' || keepsTargets(other.was, other.is, weights);
		}
		if (saves < costs || !isKept) {
			if (how !== 'leave' && (!answer.best || saves - costs > answer.best.saves - answer.best.costs))
				answer.best = { saves, costs };
			continue;
		}
		// Told as what it does by itself; whether it pays was asked besides those before it.
		const effects = taken.length === 0 ? best.effects : between(now, foresee(changes), changes);
		answer.found.push({
			...{ from, to, how, changes, effects, costs },
			saves: savedBy(effects, weights),
			paidHours: paidHoursOf(changes)
		});
		taken.push(...changes);
		made += peopleOf(changes);
		after = then;
	}
	const atOnce = taken.filter(({ day }) => !day || !isAskedFor(day));
	if (atOnce.length < taken.length) after = foresee(atOnce);
	answer.together = between(now, after, atOnce);
	return answer;
}
