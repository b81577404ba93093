import { STEP_SECONDS, STEPS, WINDOW_STEPS } from './horizon.ts';
import type { PresentQueue, StepCounts } from './present.ts';

const WINDOW_SECONDS = WINDOW_STEPS * STEP_SECONDS;
type Name = keyof StepCounts;
const NAMES: readonly Name[] = [
	'offered',
	'answered',
	'abandoned',
	'answeredInThreshold',
	'abandonedInThreshold',
	'shortAbandoned'
];
const [OFFERED, ANSWERED, ABANDONED, ANSWERED_IN_TIME, ABANDONED_IN_TIME, SHORT_ABANDONED] = [
	0, 1, 2, 3, 4, 5
];
/** A step beyond the last: what is counted "until further notice" ends there. */
const ROW = STEPS + 1;

/**
 * One queue's counts of one run, as the floor will show them at each step's end. A contact counts in the half hours of
 * several steps in a row; only where it begins and ceases to count is noted, and the counts are summed up when they are
 * read: constant cost a contact.
 */
export class AheadTally {
	/** Waiting at the step's end. */
	readonly waiting = new Float64Array(STEPS);
	/** By kind of count × ROW + step: changes of the half hour's counts, and counts of those who entered in the step. */
	readonly #changes = new Int32Array(NAMES.length * ROW);
	readonly #entered = new Int32Array(NAMES.length * ROW);
	/** Counts of those who entered before now, as far as they were over then, laid out alike. */
	readonly #known = new Float64Array(NAMES.length * ROW);
	readonly #queue: PresentQueue;
	readonly #counts: StepCounts;

	constructor(queue: PresentQueue) {
		this.#queue = queue;
		this.#counts = Object.fromEntries(NAMES.map((name) => [name, 0])) as unknown as StepCounts;
		// At the end of step k the window still reaches so many steps before now.
		NAMES.forEach((name, n) => {
			for (let k = 0; k < STEPS; k++)
				for (let j = 0; j < WINDOW_STEPS - 1 - k; j++)
					this.#known[n * ROW + k]! += queue.past[j]?.[name] ?? 0;
		});
	}

	begin(): void {
		this.waiting.fill(0);
		this.#changes.fill(0);
		this.#entered.fill(0);
	}

	/** Calls back with the counts of each step: of the half hour up to its end, and of those who entered in it. The object is reused. */
	read(visit: (step: number, kind: 'window' | 'entered', counts: StepCounts) => void): void {
		const counts = this.#counts;
		const running = new Int32Array(NAMES.length);
		for (let k = 0; k < STEPS; k++) {
			NAMES.forEach((name, n) => {
				running[n]! += this.#changes[n * ROW + k]!;
				counts[name] = running[n]! + this.#known[n * ROW + k]!;
			});
			visit(k, 'window', counts);
			NAMES.forEach((name, n) => (counts[name] = this.#entered[n * ROW + k]!));
			visit(k, 'entered', counts);
		}
	}

	/** Somebody enters at `at`, from now on. */
	arrive(at: number): void {
		this.#count(OFFERED, at, at);
	}

	answer(enteredAt: number, at: number): void {
		this.#count(ANSWERED, enteredAt, at);
		if (at - enteredAt <= this.#queue.thresholdSeconds) this.#count(ANSWERED_IN_TIME, enteredAt, at);
	}

	abandon(enteredAt: number, at: number): void {
		const wait = at - enteredAt;
		this.#count(ABANDONED, enteredAt, at);
		if (wait <= this.#queue.thresholdSeconds) this.#count(ABANDONED_IN_TIME, enteredAt, at);
		if (wait <= this.#queue.shortAbandonSeconds) this.#count(SHORT_ABANDONED, enteredAt, at);
	}

	/** Took an offer in place of the line: not one of those that people were to answer, once that is so. */
	divert(enteredAt: number, at: number): void {
		this.#count(OFFERED, enteredAt, at, -1);
	}

	/** Still in line when the run ends: late, whatever comes of it, once the threshold has passed. */
	waitOn(enteredAt: number, at: number): void {
		if (at - enteredAt > this.#queue.thresholdSeconds) this.#count(ANSWERED, enteredAt, Infinity);
	}

	/** In the half hours that hold the entry and end when the outcome is known, and in the step of the entry. */
	#count(name: number, enteredAt: number, at: number, by = 1): void {
		const entry = Math.floor(enteredAt / STEP_SECONDS);
		if (entry >= 0 && entry < STEPS) this.#entered[name * ROW + entry]! += by;
		const first = Math.max(0, Math.ceil(at / STEP_SECONDS) - 1);
		const beyond = Math.min(STEPS, Math.ceil((enteredAt + WINDOW_SECONDS) / STEP_SECONDS) - 1);
		if (first >= beyond) return;
		this.#changes[name * ROW + first]! += by;
		this.#changes[name * ROW + beyond]! -= by;
	}
}
