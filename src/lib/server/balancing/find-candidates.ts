import { balanceAhead } from '#solver/balancing/index.ts';
import { type ForeseenQueue, type PresentFloor } from '#solver/prediction/index.ts';
import { withChanged, type FloorChange } from './change-floor.ts';
import { findDayChanges } from './find-day-changes.ts';
import type { FindRequest } from './find-moves.ts';
import { findOffers } from './find-offers.ts';
import { findTimeOff } from './find-time-off.ts';
import { lostWithin } from './judge-change.ts';
import { contactsAhead, MOVE_COST, moveCost, priceOf } from './move-cost.ts';

/** Equal floors give equal moves. */
const SEED = 7;
/** Contacts simulated in a look at the most, about so many: on a large floor it finds fewer moves, and tries fewer. */
const MOST_SIMULATED = 2_500_000;
/** Hours simulated for a move that is found, whatever is tried, and for each way that is; ways tried for it. */
const HOURS = { found: 80, tried: 4 };
const TRIED = { least: 12, most: 60 };
/** The queues that miss their target the most: only these may be served by somebody alone. */
const MOST_ALONE = 2;
/** So many at once are tried, then one. */
const ALONE_TOGETHER = 3;

/**
 * `instead` of their main queue, `also` beside all they serve, or `only` this one; a `break` at another time, a longer
 * `stay`, or time off (`leave`); or what a line is offered.
 */
export type How = 'instead' | 'also' | 'only' | 'break' | 'stay' | 'leave' | 'callback' | 'bot';

/** Something worth a forecast, in each of the ways in which it could be done; as many people in all of them. */
export interface Candidate {
	from: number;
	/** Null: nobody goes anywhere. */
	to: number | null;
	ways: { how: How; changes: FloorChange[] }[];
	/** The balancer has asked of it already what moves cost where few are left. */
	isPriced?: boolean;
}

/**
 * What could help: who should go where by the balancer, on the floor on which those already proposed have gone; and
 * people who leave their other queues aside for one that misses its target, which the balancer does not try: it sends
 * people to queues, and they go on serving theirs; breaks at a better time and longer stays; what a line can be offered.
 * And who could go, where targets are kept.
 *
 * @param isLosing whether enough is lost for anything to pay that saves contacts
 */
export function findCandidates(
	request: FindRequest,
	now: readonly ForeseenQueue[],
	taken: readonly FloorChange[],
	isLosing: boolean
): Candidate[] {
	const mayMove = request.mostMoves > 0;
	return [
		...(isLosing && mayMove
			? [...byBalancer(request, taken), ...alone(request, now), ...findDayChanges(request, now, taken)]
			: []),
		...(isLosing ? findOffers(request, now) : []),
		...(mayMove ? findTimeOff(request, now) : [])
	];
}

function byBalancer(
	{ floor, places, weights, mostMoves, store }: FindRequest,
	taken: readonly FloorChange[]
): Candidate[] {
	const gone = new Map(taken.map((change) => [change.agent, change]));
	const agents = balanceAhead(
		withChanged(floor, taken),
		places.map((place, a) => {
			const change = gone.get(a);
			if (!change) return place;
			const serving = change.queues ? (change.queues[0] ?? null) : place.serving;
			const serves = change.queues ?? floor.agents[a]!.queues;
			return { ...place, serving, can: serving === null ? [] : [{ queue: serving, pace: 1, serves }] };
		}),
		{
			seed: SEED,
			moveCost: priceOf(store),
			...effortFor(floor, mostMoves),
			// The balancer knows no queue without weight.
			weights: weights.map((weight) => Math.max(1e-6, weight))
		}
	);
	const groups = Map.groupBy(agents, ({ agent, to }) => `${places[agent]!.serving}:${to}`);
	// In the order in which they were found: those first that save most.
	return [...groups.values()].map((group): Candidate => {
		const { to } = group[0]!;
		const from = places[group[0]!.agent]!.serving!;
		const served = (agent: number) => floor.agents[agent]!.queues;
		const changesTo = (isKept: (queue: number) => boolean) =>
			group.map(({ agent }) => ({
				agent,
				queues: [to, ...served(agent).filter((queue) => queue !== to && isKept(queue))]
			}));
		const isNew = group.some(({ agent }) => !served(agent).includes(to));
		const hasMore = group.some(({ agent }) => served(agent).some((queue) => queue !== to && queue !== from));
		return {
			...{ from, to, isPriced: true },
			// The lesser change first: it stands where two save the same.
			ways: [
				...(isNew ? [{ how: 'also' as const, changes: changesTo(() => true) }] : []),
				{ how: 'instead' as const, changes: changesTo((queue) => queue !== from) },
				...(hasMore ? [{ how: 'only' as const, changes: changesTo(() => false) }] : [])
			]
		};
	});
}

/** How much is looked for at once: the next look goes on from what was found. */
export function effortFor(
	{ queues }: PresentFloor,
	mostMoves: number
): { mostMoves: number; mostTried: number } {
	const hours = MOST_SIMULATED / contactsAhead(queues);
	const most = Math.floor(hours / (HOURS.found + HOURS.tried * TRIED.least));
	const moves = Math.max(1, Math.min(mostMoves, most));
	const tried = Math.floor((hours / moves - HOURS.found) / HOURS.tried);
	return { mostMoves: moves, mostTried: Math.min(TRIED.most, Math.max(TRIED.least, tried)) };
}

/** People whose main queue misses its target, and who serve others besides: some of them, then one, serve it alone. */
function alone(
	{ floor, places, weights, mostMoves, notAlone }: FindRequest,
	now: readonly ForeseenQueue[]
): Candidate[] {
	const lost = (queue: number) => weights[queue]! * lostWithin(now[queue]!);
	return floor.queues
		.map((_, queue) => queue)
		.filter((queue) => lost(queue) >= MOVE_COST && !notAlone.includes(queue))
		.sort((a, b) => lost(b) - lost(a))
		.slice(0, MOST_ALONE)
		.flatMap((queue) => {
			const people = floor.agents
				.flatMap(({ isServing, queues }, a) =>
					isServing && places[a]!.serving === queue && queues.length > 1 ? [a] : []
				)
				.sort(
					(a, b) =>
						moveCost(places[a]!, 1) - moveCost(places[b]!, 1) ||
						floor.agents[a]!.contacts.length - floor.agents[b]!.contacts.length
				);
			const sizes = new Set([Math.min(ALONE_TOGETHER, mostMoves, people.length), Math.min(1, people.length)]);
			return [...sizes].flatMap((size): Candidate[] => {
				const group = people.slice(0, size);
				if (size === 0) return [];
				return [
					{
						from: queue,
						to: queue,
						ways: [{ how: 'only', changes: group.map((agent) => ({ agent, queues: [queue] })) }]
					}
				];
			});
		});
}
