import { setTimeout } from 'node:timers/promises';
import { makeBatch } from './make-batch.ts';

/** Of one batch: what is to be held against the log afterwards stays small enough to do so after every run. */
const MOST_EVENTS = 45;

/** A source that behaves: it sends each batch until it is acknowledged, with a short pause after a refusal. */
export class Feed {
	readonly acknowledged = new Set<string>();
	/** How often each status came; 0 = no answer at all. */
	readonly answers = new Map<number, number>();
	/** What no source should be told. */
	readonly faults: string[] = [];
	slowestAnswerMs = 0;
	#url: string;
	readonly #headers: Record<string, string>;
	readonly #random: (n: number) => number;
	#n = 0;
	#isPaused = true;
	#clients: Promise<void>[] = [];
	/** Sent and not acknowledged when the feed paused. */
	readonly #pending: { id: string }[][] = [];

	constructor(url: string, key: string, random: (n: number) => number) {
		this.#url = url;
		this.#random = random;
		this.#headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
	}

	moveTo(url: string): void {
		this.#url = url;
	}

	resume(clients = 2): void {
		this.#isPaused = false;
		this.#clients = Array.from({ length: clients }, () => this.#run());
	}

	/** Resolves once no request is on its way. */
	async pause(): Promise<void> {
		this.#isPaused = true;
		await Promise.all(this.#clients);
	}

	/** Sends one batch until it is taken; resolves to the seconds that took, or null after `limitSeconds`. */
	async probe(limitSeconds: number): Promise<number | null> {
		const batch = makeBatch(this.#random, (this.#n += 1), MOST_EVENTS).slice(0, 1);
		const startedAt = performance.now();
		const spent = (): number => (performance.now() - startedAt) / 1000;
		while (spent() < limitSeconds) {
			if (await this.#post(batch)) return spent();
			await setTimeout(20);
		}
		this.#pending.push(batch);
		return null;
	}

	/** Resolves when so many events more are acknowledged, or the time is over. */
	async untilMore(events: number, limitMs = 15_000): Promise<void> {
		const goal = this.acknowledged.size + events;
		const until = performance.now() + limitMs;
		while (this.acknowledged.size < goal && performance.now() < until) await setTimeout(2);
	}

	async #run(): Promise<void> {
		while (!this.#isPaused) {
			const batch = this.#pending.pop() ?? makeBatch(this.#random, (this.#n += 1), MOST_EVENTS);
			while (!(await this.#post(batch))) {
				if (this.#isPaused) return void this.#pending.push(batch);
				await setTimeout(20);
			}
			// Enough to be under load; the machine has others.
			await setTimeout(25);
		}
	}

	async #post(batch: { id: string }[]): Promise<boolean> {
		const startedAt = performance.now();
		let status = 0;
		try {
			const answer = await fetch(`${this.#url}/api/v1/events`, {
				method: 'POST',
				headers: this.#headers,
				body: JSON.stringify(batch),
				signal: AbortSignal.timeout(20_000)
			});
			status = answer.status;
			const text = await answer.text();
			if (status !== 202) {
				// Busy or full are said with 503; anything else is not a fault that passes.
				if (status !== 503 && status !== 429) this.faults.push(`${status}: ${text.slice(0, 200)}`);
				return false;
			}
			const { accepted, duplicates, rejected } = JSON.parse(text) as Record<string, number> & {
				rejected: unknown[];
			};
			if (rejected.length > 0) this.faults.push(`rejected: ${JSON.stringify(rejected[0])}`);
			if (accepted! + duplicates! !== batch.length)
				this.faults.push(`${accepted} accepted and ${duplicates} duplicates of ${batch.length}`);
			for (const { id } of batch) this.acknowledged.add(id);
			return true;
		} catch {
			status = 0;
			return false;
		} finally {
			this.answers.set(status, (this.answers.get(status) ?? 0) + 1);
			if (status === 202)
				this.slowestAnswerMs = Math.max(this.slowestAnswerMs, performance.now() - startedAt);
		}
	}
}
