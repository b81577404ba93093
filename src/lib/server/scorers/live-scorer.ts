import { createHash } from 'node:crypto';
import type { LoggedEvent } from '#lib/contracts/events.ts';
import { scoreByModel } from '../conversations/index.ts';
import { log } from '../log.ts';
import type { TurnScorer } from './turn-scorer.ts';

/** What reads moods now, for those who look after the server. */
export interface ScorerStatus {
	/** `built-in`, or the transformer's name. */
	scorer: string;
	/** Turns that the transformer has read, that wait for it, and that came too fast for it: those keep the built-in score. */
	read: number;
	waiting: number;
	skipped: number;
	/** Why the built-in model reads in the transformer's place, and since when; null: it does not. */
	fallback: { reason: string; sinceMs: number } | null;
}

const EVERY_MS = 200;
const RETRY_AFTER_MS = 60_000;
const BATCH = 16;
const MOST_WAITING = 5_000;
const MOST_KEPT = 20_000;
const LONGEST = 4_000;

/** What was read is known again without its words being kept. */
const keyOf = (text: string) => createHash('sha256').update(text).digest('base64');

/**
 * Reads the mood of each turn at once by the built-in model; a transformer, where one is set up, reads it again in its own thread
 * and its score takes the first one's place. Ingest never waits for it, and when it fails the first score stays.
 */
export class LiveScorer {
	readonly #scorer: TurnScorer | null;
	readonly #now: () => number;
	/** Scores that the transformer gave by the text's hash, the oldest first. */
	readonly #known = new Map<string, number | null>();
	/** Texts to be read, and the contacts in which they were said. */
	readonly #waiting = new Map<string, Set<string>>();
	#timer: NodeJS.Timeout | null = null;
	#round: Promise<void> | null = null;
	#read = 0;
	#skipped = 0;
	#fallback: { reason: string; sinceMs: number; retryAtMs: number } | null = null;
	/** Told of contacts whose words have another score now. */
	onRead: (contactId: string) => void = () => {};

	constructor(scorer: TurnScorer | null, now: () => number) {
		this.#scorer = scorer;
		this.#now = now;
	}

	/** The mood of a turn as far as it is known now; never waits. */
	scoreNow(text: string): number | null {
		const score = scoreByModel(text);
		if (!this.#scorer || score === null || text.length > LONGEST) return score;
		return this.#known.get(keyOf(text)) ?? score;
	}

	/** Customers' messages among what is new in the log: the transformer is to read them. */
	observe(events: readonly LoggedEvent[]): void {
		if (!this.#scorer) return;
		for (const { type, data } of events) {
			if (type !== 'marea.message' || data.party !== 'customer' || !data.text) continue;
			if (data.text.length > LONGEST || this.#known.has(keyOf(data.text))) continue;
			const contacts = this.#waiting.get(data.text);
			if (contacts) contacts.add(data.contact!);
			else this.#waiting.set(data.text, new Set([data.contact!]));
			if (this.#waiting.size <= MOST_WAITING) continue;
			this.#skipped++;
			this.#waiting.delete(this.#waiting.keys().next().value!);
		}
	}

	start(): void {
		if (this.#scorer) this.#timer ??= setInterval(() => void this.look(), EVERY_MS);
	}

	/** Has a batch read, if one waits and none is being read; resolves when its scores are in use. */
	look(): Promise<void> {
		return (this.#round ??= this.#look().finally(() => (this.#round = null)));
	}

	async #look(): Promise<void> {
		const scorer = this.#scorer;
		if (!scorer || this.#waiting.size === 0) return;
		if (this.#fallback && this.#now() < this.#fallback.retryAtMs) return;
		const batch = [...this.#waiting].slice(0, BATCH);
		let scores: (number | null)[];
		try {
			scores = (await scorer.score(batch.map(([text]) => ({ language: 'auto', text })))).map(
				({ score }) => score
			);
		} catch (error) {
			const reason = (error as Error).message;
			if (!this.#fallback)
				log.error({ err: error }, 'the sentiment model failed; the built-in one reads in its place');
			const sinceMs = this.#fallback?.sinceMs ?? this.#now();
			this.#fallback = { reason, sinceMs, retryAtMs: this.#now() + RETRY_AFTER_MS };
			// A text on which it fails must not stop the others.
			for (const [text] of batch) this.#waiting.delete(text);
			this.#skipped += batch.length;
			return;
		}
		if (this.#fallback) log.info('the sentiment model reads again');
		this.#fallback = null;
		const changed = new Set<string>();
		batch.forEach(([text], i) => {
			this.#read++;
			this.#known.set(keyOf(text), scores[i]!);
			if (this.#known.size > MOST_KEPT) this.#known.delete(this.#known.keys().next().value!);
			// More contacts may have said the same meanwhile.
			for (const contact of this.#waiting.get(text) ?? []) changed.add(contact);
			this.#waiting.delete(text);
		});
		for (const contact of changed) this.onRead(contact);
	}

	get kind(): 'built-in' | 'transformer' | 'fallback' {
		if (!this.#scorer) return 'built-in';
		return this.#fallback ? 'fallback' : 'transformer';
	}

	status(): ScorerStatus {
		const { reason, sinceMs } = this.#fallback ?? {};
		return {
			scorer: this.#scorer?.name ?? 'built-in',
			read: this.#read,
			waiting: this.#waiting.size,
			skipped: this.#skipped,
			fallback: reason === undefined ? null : { reason, sinceMs: sinceMs! }
		};
	}

	async stop(): Promise<void> {
		if (this.#timer) clearInterval(this.#timer);
		this.#timer = null;
		await this.#scorer?.close();
		await this.#round;
	}
}
