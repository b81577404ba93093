import type { ServiceLevelVariant } from '#lib/contracts/terms.ts';
import { addTally, bookVisit, emptyTally, periodNumbers, type Tally, type Visit } from '../live/index.ts';
import type { IntervalRow } from './interval-row.ts';

export interface QueueLimits {
	variant: ServiceLevelVariant;
	thresholdSeconds: number;
	shortAbandonSeconds: number;
}

/** Counts visits by queue and interval of entry. The first of the sorted `starts` lies at or before every entry. */
export class IntervalCounter {
	readonly #starts: readonly number[];
	readonly #limits: ReadonlyMap<string, QueueLimits>;
	readonly #tallies = new Map<string, Map<number, Tally>>();

	constructor(starts: readonly number[], limits: ReadonlyMap<string, QueueLimits>) {
		this.#starts = starts;
		this.#limits = limits;
	}

	add(visit: Visit): void {
		bookVisit(this.#tallyOf(visit.queue, visit.enteredAt), visit, this.#limits.get(visit.queue)!, 1);
	}

	/** Counts of visits that are not kept one by one any more. */
	addTally(queue: string, at: number, tally: Tally): void {
		addTally(this.#tallyOf(queue, at), tally);
	}

	#tallyOf(queue: string, at: number): Tally {
		const start = lastAtOrBefore(this.#starts, at);
		let ofQueue = this.#tallies.get(queue);
		if (!ofQueue) this.#tallies.set(queue, (ofQueue = new Map()));
		let tally = ofQueue.get(start);
		if (!tally) ofQueue.set(start, (tally = emptyTally()));
		return tally;
	}

	rows(): IntervalRow[] {
		return [...this.#tallies].flatMap(([queue, byStart]) =>
			[...byStart].map(([start, tally]) => intervalRow(queue, start, tally, this.#limits.get(queue)!.variant))
		);
	}
}

/** The same numbers as the floor's, of another span of time. */
function intervalRow(
	queue: string,
	startMs: number,
	tally: Tally,
	variant: ServiceLevelVariant
): IntervalRow {
	const numbers = periodNumbers(tally, variant);
	return {
		queue,
		intervalStart: new Date(startMs).toISOString(),
		offered: numbers.offered,
		answered: numbers.answered,
		abandoned: numbers.abandoned,
		answeredInThreshold: numbers.answeredInThreshold,
		abandonedInThreshold: numbers.abandonedInThreshold,
		shortAbandoned: numbers.shortAbandoned,
		serviceLevel: numbers.serviceLevel,
		asaSeconds: numbers.asaSeconds,
		ahtSeconds: numbers.ahtSeconds,
		talkSeconds: numbers.talkSeconds
	};
}

/** Index search in sorted starts. */
function lastAtOrBefore(starts: readonly number[], at: number): number {
	let [low, high] = [0, starts.length - 1];
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (starts[middle]! <= at) low = middle;
		else high = middle - 1;
	}
	return starts[low]!;
}
