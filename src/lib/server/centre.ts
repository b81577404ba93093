import { randomUUID } from 'node:crypto';
import type { FloorDelta } from '#lib/contracts/live.ts';
import type { Context } from './context.ts';
import { Ingest, logReader } from './ingest/index.ts';
import { FloorFeed, LiveState, loadConfig, projectChanges, recallRest, restoreState } from './live/index.ts';
import { log } from './log.ts';
import { ErasureWatch } from './privacy/index.ts';

/** What has news is sent this often while somebody watches, */
const TICK_MS = 100;
/** and a word that all is well this often; alerts and pages that are opened find no older rows, but under a flood. */
const HEARTBEAT_MS = 1_000;
const STORE_EVERY_MS = 1_000;
/** Reading and sending the floor takes at most this share of the time, whatever the two above say, */
const TICK_SHARE = 0.25;
/** this while nobody watches, */
const UNWATCHED_TICK_SHARE = 0.04;
/** and storing this, with the time that it waits for others' writes: under a flood of events the stored folds follow at a distance, which a restart must fold again. */
const STORE_SHARE = 0.1;
/** The first pages come before what no number waits for. */
const RECALL_AFTER_MS = 2_000;
const FORGET_EVERY_MS = 60_000;

/** The living centre: the state that the log tells, what takes events in, and the feed that readers follow. */
export class Centre {
	readonly ctx: Context;
	readonly state: LiveState;
	readonly ingest: Ingest;
	readonly feed: FloorFeed;
	/** Whether anybody follows tick by tick; until something knows, somebody may. */
	isWatched: () => boolean = () => true;
	readonly #erasures: ErasureWatch;
	readonly #listeners = new Set<(delta: FloorDelta) => void>();
	#timer: NodeJS.Timeout | null = null;
	#tickedAt = -Infinity;
	#tickTook = 0;
	#forgotAt = 0;
	#storeAt = -Infinity;
	#projecting: Promise<void> = Promise.resolve();
	#recalling: Promise<void> | null = null;
	#recallTimer: NodeJS.Timeout | undefined;

	private constructor(ctx: Context, state: LiveState, erasures: ErasureWatch) {
		this.#erasures = erasures;
		this.ctx = ctx;
		this.state = state;
		this.ingest = new Ingest(ctx, state);
		this.feed = new FloorFeed(state, randomUUID());
	}

	/**
	 * Opens the centre where the log left it. What is over and counted already follows after the start.
	 *
	 * @param steadyMs a clock that nobody sets, by which it is noticed that the wall clock was set
	 */
	static async open(
		ctx: Context,
		score: (text: string) => number | null,
		steadyMs: (() => number) | null = null
	): Promise<Centre> {
		const state = new LiveState(await loadConfig(ctx), score);
		const erasures = await ErasureWatch.open(ctx, state);
		await restoreState(ctx, state, logReader(ctx));
		// The log's events were received long ago, by whatever clock there was: from here on it is looked at.
		state.steadyMs = steadyMs;
		const centre = new Centre(ctx, state, erasures);
		await centre.project();
		return centre;
	}

	/** Resolves when everything that counts is in memory. */
	recalled(): Promise<void> {
		return (this.#recalling ??= recallRest(this.ctx, this.state));
	}

	start(): void {
		this.#forgotAt = performance.now();
		this.#recallTimer = setTimeout(() => this.#recallLater(), RECALL_AFTER_MS);
		this.#timer ??= setInterval(() => this.#beat(), TICK_MS);
	}

	#recallLater(): void {
		this.recalled().catch((error: unknown) => {
			this.#recalling = null;
			log.error(
				{ err: error },
				'taking back the stored contacts failed; the next change of the set-up tries again'
			);
		});
	}

	#beat(): void {
		const at = performance.now();
		const isWatched = this.isWatched();
		const isDue = (this.feed.hasNews && isWatched) || at - this.#tickedAt >= HEARTBEAT_MS;
		if (isDue && at >= this.#tickedAt + this.#tickTook / (isWatched ? TICK_SHARE : UNWATCHED_TICK_SHARE)) {
			this.#tickedAt = at;
			this.tick();
			this.#tickTook = performance.now() - at;
		}
		if (at >= this.#storeAt) void this.#store();
		if (at - this.#forgotAt >= FORGET_EVERY_MS) {
			this.#forgotAt = at;
			this.state.forget(this.ctx.now());
		}
	}

	tick(): void {
		const delta = this.feed.tick(this.ctx.now());
		for (const listener of this.#listeners) listener(delta);
	}

	async #store(): Promise<void> {
		this.#storeAt = Infinity;
		const startedAt = performance.now();
		try {
			await this.project();
		} catch (error) {
			log.error({ err: error }, 'storing the folds failed; the next time tries again');
		}
		const endedAt = performance.now();
		this.#storeAt = endedAt + Math.max(STORE_EVERY_MS, (endedAt - startedAt) * (1 / STORE_SHARE - 1));
	}

	/** Stores what changed; one at a time. After it, the stored folds are those of every event folded before the call. */
	project(): Promise<void> {
		this.#projecting = this.#projecting
			.catch(() => undefined)
			.then(() => this.#erasures.look())
			.then(() => projectChanges(this.ctx, this.state));
		return this.#projecting;
	}

	/** What a contact's source said it is about, and its customer's words; null when memory does not hold them. */
	wordsOf(contactId: string): { intent: string | null; language: string | null; texts: string[] } | null {
		const fold = this.state.contacts.get(contactId)?.fold;
		if (!fold || fold.messages.length === 0) return null;
		const { intent, language, messages } = fold;
		const texts = messages.filter(({ party }) => party === 'customer').map(({ text }) => text);
		return { intent, language, texts };
	}

	/** Reads the set-up again after it has been changed. */
	async reconfigure(): Promise<void> {
		await this.recalled();
		this.state.configure(await loadConfig(this.ctx));
	}

	/** Calls back with each tick's news; returns how to stop. */
	listen(listener: (delta: FloorDelta) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	async stop(): Promise<void> {
		if (this.#timer) clearInterval(this.#timer);
		this.#timer = null;
		clearTimeout(this.#recallTimer);
		await this.ingest.settled();
		await this.project();
	}
}
