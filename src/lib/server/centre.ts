import { randomUUID } from 'node:crypto';
import type { FloorDelta } from '#lib/contracts/live.ts';
import type { Context } from './context.ts';
import { Ingest, logReader } from './ingest/index.ts';
import { FloorFeed, LiveState, loadConfig, projectChanges, restoreState } from './live/index.ts';
import { log } from './log.ts';

const TICK_MS = 1_000;
const FORGET_EVERY_TICKS = 60;

/** The living centre: the state that the log tells, what takes events in, and the feed that readers follow. */
export class Centre {
	readonly ctx: Context;
	readonly state: LiveState;
	readonly ingest: Ingest;
	readonly feed: FloorFeed;
	readonly #listeners = new Set<(delta: FloorDelta) => void>();
	#timer: NodeJS.Timeout | null = null;
	#ticks = 0;
	#projecting: Promise<void> = Promise.resolve();

	private constructor(ctx: Context, state: LiveState) {
		this.ctx = ctx;
		this.state = state;
		this.ingest = new Ingest(ctx, state);
		this.feed = new FloorFeed(state, randomUUID());
	}

	/** Opens the centre where the log left it. */
	static async open(ctx: Context, score: (text: string) => number | null): Promise<Centre> {
		const state = new LiveState(await loadConfig(ctx), score);
		await restoreState(ctx, state, logReader(ctx));
		const centre = new Centre(ctx, state);
		await centre.project();
		return centre;
	}

	start(): void {
		this.#timer ??= setInterval(() => this.tick(), TICK_MS);
	}

	tick(): void {
		const wallMs = this.ctx.now();
		const delta = this.feed.tick(wallMs);
		for (const listener of this.#listeners) listener(delta);
		this.project().catch((error: unknown) =>
			log.error({ err: error }, 'storing the folds failed; the next tick tries again')
		);
		if (++this.#ticks % FORGET_EVERY_TICKS === 0) this.state.forget(wallMs);
	}

	/** Stores what changed; one at a time. After it, the stored folds are those of every event folded before the call. */
	project(): Promise<void> {
		this.#projecting = this.#projecting
			.catch(() => undefined)
			.then(() => projectChanges(this.ctx, this.state));
		return this.#projecting;
	}

	/** Reads the set-up again after it has been changed. */
	async reconfigure(): Promise<void> {
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
		await this.ingest.settled();
		await this.project();
	}
}
