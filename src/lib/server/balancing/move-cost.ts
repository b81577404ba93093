import type { AgentPlace, MoveStore, PriceRange } from '#solver/balancing/index.ts';
import { movePrice } from '#solver/balancing/index.ts';
import type { PresentFloor } from '#solver/prediction/index.ts';
import type { FloorChange } from './change-floor.ts';

/**
 * Weighted contacts that moving one person must save with no further move left and with all that can be saved up; found
 * on days that the benchmark does not score. Somebody who has just been moved must save more.
 */
const PRICE: PriceRange = { scarce: 3, plenty: 0.4 };
const AGAIN = 3;
/** Whoever is taken off a queue has to be sent back to it one day, which is another move. */
const AND_BACK = 2;

/** What a move costs in itself, whatever is left: a floor that loses less is left as it is. */
export const MOVE_COST = 0.5;

/** What the next move must save once so many more are made. */
export type PriceOf = (taken: number) => number;

export const priceOf =
	({ left, most }: MoveStore): PriceOf =>
	(taken) =>
		movePrice(left - taken, most, PRICE);

export const moveCost = ({ isFresh }: Pick<AgentPlace, 'isFresh'>, price: number): number =>
	isFresh ? AGAIN * price : price;

/** Another time for a break asks no more of somebody than another queue; to stay longer asks more, and is paid. */
const STAY_COST = 1;
/** Weighted contacts that an hour less to be paid is worth: so many may be lost for it where every target is kept. */
const HOUR_WORTH = 0.25;
/** For each contact that leaves the line: it is worked later, or its customer has asked for a person and gets none at once. */
const OFFER_COST = { callback: 0.3, bot: 0.15 };

/** Hours more, or below 0 fewer, of people's shifts than planned. */
export const paidHoursOf = (changes: readonly FloorChange[]): number =>
	changes.reduce((sum, { day }) => {
		if (!day || day.kind === 'moved') return sum;
		const hours = (day.toAt - day.fromAt) / 3_600_000;
		return sum + (day.kind === 'extended' ? hours : -hours);
	}, 0);

function costOf(change: FloorChange, { floor, places }: Known, price: number): number {
	const { agent, day, offer, queues } = change;
	if (offer) return offer.contacts * OFFER_COST[offer.kind];
	if (day?.kind === 'moved') return price;
	if (day?.kind === 'extended') return Math.max(STAY_COST, price);
	if (day) return HOUR_WORTH * paidHoursOf([change]);
	const isTakenOff = floor.agents[agent]!.queues.some((queue) => !queues.includes(queue));
	return moveCost(places[agent]!, isTakenOff ? AND_BACK * price : price);
}

interface Known {
	floor: PresentFloor;
	places: readonly AgentPlace[];
}

/** What all of some changes must save, the first of them after so many others; below 0: what they may take. */
export function costsOf(
	changes: readonly FloorChange[],
	known: Known,
	price: PriceOf = () => MOVE_COST,
	taken = 0
): number {
	let made = taken;
	return changes.reduce(
		(sum, change) => sum + costOf(change, known, price(change.agent === null ? made : made++)),
		0
	);
}

/** Contacts that an hour of the floor is about: what simulating it costs. */
export const contactsAhead = (queues: PresentFloor['queues']): number =>
	queues.reduce(
		(sum, { arrivals, waitingSeconds }) => sum + arrivals.reduce((a, b) => a + b, waitingSeconds.length),
		1
	);
