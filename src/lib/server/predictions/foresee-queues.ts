import { serviceLevel } from '#lib/contracts/service-level.ts';
import type { ServiceLevelVariant } from '#lib/contracts/terms.ts';
import {
	explainBreach,
	findBreach,
	predictFloor,
	type Breach,
	type BreachCause,
	type ForeseenQueue,
	type PresentFloor
} from '#solver/prediction/index.ts';

/** What the worker is given: plain data. */
export interface ForeseeRequest {
	floor: PresentFloor;
	/** By queue, in the floor's order. */
	variants: ServiceLevelVariant[];
	/** What the floor shows now. */
	levels: (number | null)[];
}

export interface QueueOutlook extends ForeseenQueue {
	breach: (Breach & { causes: BreachCause[] }) | null;
}

/** One for good: what changes from one forecast to the next is the floor, not the dice. */
const SEED = 1;

/** The next hour of every queue, and why one misses its target. Runs in the worker; a second or so with 200 queues. */
export function foreseeQueues({ floor, variants, levels }: ForeseeRequest): QueueOutlook[] {
	const foreseen = predictFloor(floor, {
		seed: SEED,
		serviceLevel: (queue, counts) => serviceLevel(variants[queue]!, counts)
	});
	return foreseen.map((queue, place) => {
		const breach = findBreach(queue.points, levels[place] ?? null, floor.queues[place]!.targetShare);
		if (!breach) return { ...queue, breach };
		const inSeconds = breach.state === 'falling' ? breach.inSeconds! : 0;
		return { ...queue, breach: { ...breach, causes: explainBreach(floor, place, inSeconds) } };
	});
}
