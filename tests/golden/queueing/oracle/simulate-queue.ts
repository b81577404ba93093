import type { Random } from '#solver/numeric/random.ts';
import type { OracleQueue } from './birth-death.ts';

/** What was counted of the contacts of one run. */
export interface Counted {
	probabilityOfWait: number;
	abandonment: number;
	serviceLevel: number;
	asaSeconds: number;
}

/**
 * First come, first served, contact by contact, from an empty floor: Poisson arrivals, exponential handling and patience
 * (Infinity: nobody leaves). It knows no formula; agents are a heap of the moments at which they are free.
 */
export function simulateQueue(queue: OracleQueue, contacts: number, warmUp: number, random: Random): Counted {
	const { loadErlangs, agents, ahtSeconds, patienceSeconds, thresholdSeconds } = queue;
	const free = new Float64Array(agents);
	let [now, waiting, abandoned, inTime, waited] = [0, 0, 0, 0, 0];
	for (let i = -warmUp; i < contacts; i++) {
		now += random.exponential(ahtSeconds / loadErlangs);
		const wait = Math.max(0, free[0]! - now);
		const isAnswered = patienceSeconds === Infinity || random.exponential(patienceSeconds) > wait;
		if (isAnswered) replaceFirst(free, now + wait + random.exponential(ahtSeconds));
		if (i < 0) continue;
		if (wait > 0) waiting++;
		if (!isAnswered) abandoned++;
		else {
			waited += wait;
			if (wait <= thresholdSeconds) inTime++;
		}
	}
	return {
		probabilityOfWait: waiting / contacts,
		abandonment: abandoned / contacts,
		serviceLevel: inTime / contacts,
		asaSeconds: waited / Math.max(1, contacts - abandoned)
	};
}

/** Puts a later moment in the place of the earliest one, and restores the heap. */
function replaceFirst(heap: Float64Array, moment: number): void {
	let at = 0;
	for (;;) {
		let child = 2 * at + 1;
		if (child >= heap.length) break;
		if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child++;
		if (heap[child]! >= moment) break;
		heap[at] = heap[child]!;
		at = child;
	}
	heap[at] = moment;
}
