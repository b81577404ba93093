import type { PromisedEffect } from '#lib/contracts/balance.ts';
import type { Foreseen } from '#lib/contracts/prediction.ts';
import type { Band, PresentFloor } from '#solver/prediction/index.ts';
import type { QueueChange } from './judge-change.ts';

const round = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;

export const shareBand = (band: Band | null): Foreseen | null =>
	band && [round(band.median, 4), round(band.low, 4), round(band.high, 4)];
/** Of counts the mean: their median jumps. */
export const countBand = ({ mean, low, high }: Band): Foreseen => [
	round(mean, 1),
	round(Math.min(mean, low), 1),
	round(Math.max(mean, high), 1)
];

/** A change by places as readers get it. */
export const toEffect =
	({ queues }: PresentFloor) =>
	({
		queue,
		before,
		after,
		waitingBefore,
		waitingAfter,
		lostBefore,
		lostAfter
	}: QueueChange): PromisedEffect => ({
		queue: queues[queue]!.id,
		before: shareBand(before),
		after: shareBand(after),
		waitingBefore: countBand(waitingBefore),
		waitingAfter: countBand(waitingAfter),
		lostBefore: round(lostBefore, 2),
		lostAfter: round(lostAfter, 2)
	});
