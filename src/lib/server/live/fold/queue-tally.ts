import type { Visit } from './contact-fold.ts';

/** Counts of the visits that entered a queue within one span of time; outcomes are booked back to the entry.
 *  Times are whole milliseconds: taking a visit back leaves no rounding behind. */
export interface Tally {
	offered: number;
	answered: number;
	abandoned: number;
	flowedOut: number;
	answeredInThreshold: number;
	abandonedInThreshold: number;
	shortAbandoned: number;
	/** Queue time of the answered and of the abandoned. */
	answeredWaitMs: number;
	abandonedWaitMs: number;
	/** Visits whose handling has ended, and its parts. */
	handled: number;
	talkMs: number;
	holdMs: number;
	wrapMs: number;
}

export interface Thresholds {
	thresholdSeconds: number;
	shortAbandonSeconds: number;
}

export const emptyTally = (): Tally => ({
	offered: 0,
	answered: 0,
	abandoned: 0,
	flowedOut: 0,
	answeredInThreshold: 0,
	abandonedInThreshold: 0,
	shortAbandoned: 0,
	answeredWaitMs: 0,
	abandonedWaitMs: 0,
	handled: 0,
	talkMs: 0,
	holdMs: 0,
	wrapMs: 0
});

/** Books a visit (sign 1) or takes it back (sign −1). */
export function book(tally: Tally, visit: Visit, limits: Thresholds, sign: 1 | -1): void {
	tally.offered += sign;
	if (visit.leftAt === null) return;
	const waitMs = visit.leftAt - visit.enteredAt;
	if (visit.outcome === 'answered') {
		tally.answered += sign;
		tally.answeredWaitMs += sign * waitMs;
		if (waitMs <= limits.thresholdSeconds * 1000) tally.answeredInThreshold += sign;
	} else if (visit.outcome === 'abandoned') {
		tally.abandoned += sign;
		tally.abandonedWaitMs += sign * waitMs;
		if (waitMs <= limits.thresholdSeconds * 1000) tally.abandonedInThreshold += sign;
		if (waitMs <= limits.shortAbandonSeconds * 1000) tally.shortAbandoned += sign;
	} else if (visit.outcome === 'flowed-out') tally.flowedOut += sign;
	if (visit.handledUntil === null) return;
	tally.handled += sign;
	tally.talkMs += sign * visit.talkMs;
	tally.holdMs += sign * visit.holdMs;
	tally.wrapMs += sign * visit.wrapMs;
}

/** Adds a tally to another one (sign 1) or takes it out (sign −1). */
export function addTally(into: Tally, from: Tally, sign: 1 | -1 = 1): Tally {
	into.offered += sign * from.offered;
	into.answered += sign * from.answered;
	into.abandoned += sign * from.abandoned;
	into.flowedOut += sign * from.flowedOut;
	into.answeredInThreshold += sign * from.answeredInThreshold;
	into.abandonedInThreshold += sign * from.abandonedInThreshold;
	into.shortAbandoned += sign * from.shortAbandoned;
	into.answeredWaitMs += sign * from.answeredWaitMs;
	into.abandonedWaitMs += sign * from.abandonedWaitMs;
	into.handled += sign * from.handled;
	into.talkMs += sign * from.talkMs;
	into.holdMs += sign * from.holdMs;
	into.wrapMs += sign * from.wrapMs;
	return into;
}

const MINUTE_MS = 60_000;
const KEPT_SUMS = 8;

/** A queue's counts by minute of entry, so that any window and the day are sums of them. */
export class QueueTallies {
	/** By minute of entry. */
	readonly #minutes = new Map<number, Tally>();
	/** Departures from waiting by minute: with the entries they give the number waiting at any minute. */
	readonly #departures = new Map<number, number>();
	/** Sums asked for of late, kept up with each booking. */
	#sums: { from: number; to: number; total: Tally }[] = [];
	limits: Thresholds;

	constructor(limits: Thresholds) {
		this.limits = limits;
	}

	/** @param limits the queue's own, where visits of several queues are counted together */
	book(visit: Visit, sign: 1 | -1, limits: Thresholds = this.limits): void {
		const minute = Math.floor(visit.enteredAt / MINUTE_MS);
		for (const { from, to, total } of this.#sums)
			if (minute >= from && minute < to) book(total, visit, limits, sign);
		let tally = this.#minutes.get(minute);
		if (!tally) this.#minutes.set(minute, (tally = emptyTally()));
		book(tally, visit, limits, sign);
		if (visit.leftAt === null) return;
		const left = Math.floor(visit.leftAt / MINUTE_MS);
		this.#departures.set(left, (this.#departures.get(left) ?? 0) + sign);
	}

	/** Takes over counts that were added up elsewhere: of those who entered in a minute, or of how many left in it. */
	load(minute: number, counts: Tally | { departed: number }): void {
		if ('departed' in counts)
			this.#departures.set(minute, (this.#departures.get(minute) ?? 0) + counts.departed);
		else this.#minutes.set(minute, addTally(this.#minutes.get(minute) ?? emptyTally(), counts));
		this.#sums = [];
	}

	/** The counts of those who entered in the minute that starts at `minuteMs`. */
	minute(minuteMs: number): Tally | undefined {
		return this.#minutes.get(Math.floor(minuteMs / MINUTE_MS));
	}

	/** The sum over entries in [fromMs, toMs); both are taken at whole minutes. Later bookings change it: copy what is kept. */
	sum(fromMs: number, toMs: number): Tally {
		const [from, to] = [Math.floor(fromMs / MINUTE_MS), Math.ceil(toMs / MINUTE_MS)];
		const known = this.#sums.find((sum) => sum.from === from && sum.to === to);
		if (known) return known.total;
		// Time moves on and windows with it: those of an earlier minute are asked for no more.
		if (this.#sums.length >= KEPT_SUMS) this.#sums = [];
		const total = emptyTally();
		this.#sums.push({ from, to, total });
		if (to - from < this.#minutes.size) {
			for (let minute = from; minute < to; minute++) {
				const tally = this.#minutes.get(minute);
				if (tally) addTally(total, tally);
			}
		} else
			for (const [minute, tally] of this.#minutes) if (minute >= from && minute < to) addTally(total, tally);
		return total;
	}

	/** Net change of the number waiting in the minute that starts at `minuteMs`. */
	waitingChange(minuteMs: number): number {
		const minute = Math.floor(minuteMs / MINUTE_MS);
		return (this.#minutes.get(minute)?.offered ?? 0) - (this.#departures.get(minute) ?? 0);
	}

	forgetBefore(ms: number): void {
		this.#sums = [];
		const limit = Math.floor(ms / MINUTE_MS);
		for (const minute of this.#minutes.keys()) if (minute < limit) this.#minutes.delete(minute);
		for (const minute of this.#departures.keys()) if (minute < limit) this.#departures.delete(minute);
	}
}
