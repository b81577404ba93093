import { PROMISE_SECONDS } from '#lib/contracts/balance.ts';
import { serviceLevel } from '#lib/contracts/service-level.ts';
import type { ServiceLevelVariant } from '#lib/contracts/terms.ts';
import {
	linked,
	predictFloor,
	STEP_SECONDS,
	STEPS,
	WINDOW_STEPS,
	type Band,
	type ForeseenQueue,
	type PresentFloor
} from '#solver/prediction/index.ts';

/** A floor to be foreseen; plain data, for the thread. */
export interface FloorToForesee {
	floor: PresentFloor;
	/** By queue, in the floor's order. */
	variants: readonly ServiceLevelVariant[];
	/** Queues that are foreseen together, so that a change that joins or parts them meets the same contacts. */
	links?: readonly (readonly number[])[];
}

/** What a change does to one queue; see PromisedEffect. */
export interface QueueChange {
	/** Its place on the floor. */
	queue: number;
	before: Band | null;
	after: Band | null;
	waitingBefore: Band;
	waitingAfter: Band;
	lostBefore: number;
	lostAfter: number;
}

/** Simulated for each look at the floor: half of what the floor's own forecast takes. */
const CONTACTS = 12_000;
/** One for good: what differs between two forecasts is the floor, not the dice. */
const SEED = 1;
const PROMISE_STEP = PROMISE_SECONDS / STEP_SECONDS - 1;
/** A queue that nobody comes to or leaves is told of only where this much changes: points of service level, contacts. */
const TELLING = { level: 0.03, lost: 1 };

export const foreseeHere = ({ floor, variants, links = [] }: FloorToForesee, seed = SEED): ForeseenQueue[] =>
	predictFloor(links.reduce(linked, floor), {
		seed,
		contactsPerPart: CONTACTS,
		serviceLevel: (queue, counts) => serviceLevel(variants[queue]!, counts)
	});

/** Contacts of the next hour by which the target is missed. Each half hour is told at its end. */
export const lostWithin = ({ points }: ForeseenQueue): number =>
	points[WINDOW_STEPS - 1]!.lost + points[STEPS - 1]!.lost;

/** What is otherwise after a change: on the queues it touches, and on those on which it tells. */
export function changesBetween(
	before: readonly ForeseenQueue[],
	after: readonly ForeseenQueue[],
	touched: ReadonlySet<number>
): QueueChange[] {
	return before.flatMap((was, queue) => {
		const is = after[queue]!;
		const [from, to] = [was.points[PROMISE_STEP]!, is.points[PROMISE_STEP]!];
		const change: QueueChange = {
			queue,
			before: from.serviceLevel,
			after: to.serviceLevel,
			waitingBefore: from.waiting,
			waitingAfter: to.waiting,
			lostBefore: lostWithin(was),
			lostAfter: lostWithin(is)
		};
		const level = Math.abs((to.serviceLevel?.median ?? 0) - (from.serviceLevel?.median ?? 0));
		const lost = Math.abs(change.lostAfter - change.lostBefore);
		return touched.has(queue) || level >= TELLING.level || lost >= TELLING.lost ? [change] : [];
	});
}

/** Weighted contacts that a change saves. */
export const savedBy = (changes: readonly QueueChange[], weights: readonly number[]): number =>
	changes.reduce(
		(sum, { queue, lostBefore, lostAfter }) => sum + weights[queue]! * (lostBefore - lostAfter),
		0
	);

/** A target that was as good as safe stays so: what a change that saves hours may at most make of a queue. */
const SAFE = 0.2;
const SAME = 0.02;

/** Whether a queue is as good as sure to keep its target all the hour long. */
export const isSafe = ({ points }: ForeseenQueue): boolean =>
	points.every(({ missChance }) => (missChance ?? 0) <= SAFE);

/** Whether no queue becomes likelier to miss its target, but within what is as good as safe. */
export const keepsTargets = (
	before: readonly ForeseenQueue[],
	after: readonly ForeseenQueue[],
	weights: readonly number[]
): boolean =>
	after.every(({ points }, queue) =>
		points.every(({ missChance }, k) => {
			if (weights[queue] === 0 || missChance === null) return true;
			const was = before[queue]!.points[k]!.missChance ?? 0;
			return missChance <= Math.max(SAFE, was + SAME);
		})
	);
