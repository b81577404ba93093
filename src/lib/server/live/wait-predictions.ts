import type { WaitError } from '#lib/contracts/live.ts';
import type { Visit } from './fold/contact-fold.ts';

/** An expectation counts for those who enter this close to the moment it was made for. */
const TIMELY_MS = 30_000;
const REMEMBERED = 200;
const WINDOW_MS = 3_600_000;

interface QueueWaits {
	expectedSeconds: number | null;
	asOfMs: number;
	/** Of the latest who were answered: when, and how much longer they were expected to wait than they did. */
	errors: { at: number; seconds: number }[];
}

/** Holds each estimated wait against the wait that came of it. */
export class WaitPredictions {
	readonly #queues = new Map<string, QueueWaits>();
	readonly #expected = new WeakMap<Visit, number>();

	/** What somebody who enters the queue now is told. */
	expect(queue: string, expectedSeconds: number | null, asOfMs: number): void {
		const known = this.#queues.get(queue);
		if (known) Object.assign(known, { expectedSeconds, asOfMs });
		else this.#queues.set(queue, { expectedSeconds, asOfMs, errors: [] });
	}

	/** A contact's waiting visit was `before` and is `after` now. */
	moved(before: Visit | null, after: Visit | null): void {
		if (before?.outcome === 'answered') this.#answered(before);
		const waits = after && this.#queues.get(after.queue);
		if (!waits || waits.expectedSeconds === null) return;
		if (Math.abs(after.enteredAt - waits.asOfMs) <= TIMELY_MS)
			this.#expected.set(after, waits.expectedSeconds);
	}

	#answered(visit: Visit): void {
		const expected = this.#expected.get(visit);
		const waits = this.#queues.get(visit.queue);
		if (expected === undefined || !waits) return;
		this.#expected.delete(visit);
		const seconds = expected - (visit.leftAt! - visit.enteredAt) / 1000;
		waits.errors.push({ at: visit.leftAt!, seconds });
		if (waits.errors.length > REMEMBERED) waits.errors.shift();
	}

	/** Over those answered in the hour before `nowMs`, the latest two hundred at most; null while there are none. */
	errorOf(queue: string, nowMs: number): WaitError | null {
		const errors = (this.#queues.get(queue)?.errors ?? []).filter(({ at }) => at > nowMs - WINDOW_MS);
		if (errors.length === 0) return null;
		let [absolute, signed] = [0, 0];
		for (const { seconds } of errors) {
			absolute += Math.abs(seconds);
			signed += seconds;
		}
		return {
			meanAbsoluteSeconds: Math.round((absolute / errors.length) * 10) / 10,
			biasSeconds: Math.round((signed / errors.length) * 10) / 10,
			count: errors.length
		};
	}
}
