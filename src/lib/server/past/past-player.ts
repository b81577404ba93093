import type { FloorDelta, FloorSnapshot, PastSpeed } from '#lib/contracts/live.ts';
import type { Scope } from '../context.ts';
import { ScopedFeed, type FloorFeed } from '../live/index.ts';
import type { PastFloor } from './past-floor.ts';
import { SETTLED_MS, type PastFloors } from './past-floors.ts';

/** Between two deltas: finer than a second only where more than a second goes by in one. */
const TICK_MS = 250;
const SLOW_TICK_MS = 1_000;
/** A floor that an event came late for is folded anew this often while it is played. */
const REFOLD_EVERY_MS = 30_000;

export interface PlayerNews {
	delta(delta: FloorDelta): void;
	/** The floor was folded anew. */
	snapshot(snapshot: FloorSnapshot): void;
	/** Playing is over: it has come to the present, or failed. */
	ended(reason: 'present' | 'failed', error?: unknown): void;
	/** Whether the reader keeps up; a tick is left out while not. */
	isReady(): boolean;
}

/** One reader's way through the past: a moment, opened and played on from. */
export class PastPlayer {
	readonly #floors: PastFloors;
	readonly #now: () => number;
	readonly #news: PlayerNews;
	#floor: PastFloor | null = null;
	#feed: FloorFeed | null = null;
	/** What the reader sees of it, where that is not all. */
	#part: ScopedFeed | null = null;
	readonly #scope: Scope | null;
	#speed: PastSpeed = 0;
	#timer: NodeJS.Timeout | undefined;
	#foldedAt = 0;
	/** What is asked is done one after the other. */
	#working: Promise<unknown> = Promise.resolve();

	/** @param scope the part of the centre that the reader sees; null: all of it */
	constructor(floors: PastFloors, now: () => number, news: PlayerNews, scope: Scope | null = null) {
		this.#scope = scope;
		this.#floors = floors;
		this.#now = now;
		this.#news = news;
	}

	get floor(): PastFloor | null {
		return this.#floor;
	}

	/** Goes to a moment and stands still there. */
	open(atMs: number): Promise<FloorSnapshot> {
		this.#pause();
		return this.#inTurn(() => this.#open(atMs));
	}

	/** Goes on from the moment that is shown; 0 stands still. */
	play(speed: PastSpeed): Promise<void> {
		this.#pause();
		return this.#inTurn(async () => {
			if (!this.#floor || speed === 0) return;
			this.#speed = speed;
			this.#next(performance.now());
		});
	}

	close(): Promise<void> {
		this.#pause();
		return this.#inTurn(async () => this.#giveBack());
	}

	#inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
		const done = this.#working.catch(() => undefined).then(work);
		this.#working = done;
		return done;
	}

	#pause(): void {
		this.#speed = 0;
		clearTimeout(this.#timer);
	}

	#giveBack(): void {
		if (this.#floor) this.#floors.give(this.#floor);
		this.#floor = this.#feed = this.#part = null;
	}

	async #open(atMs: number): Promise<FloorSnapshot> {
		if (this.#floor?.reaches(atMs)) {
			await this.#floors.check(atMs);
			await this.#floor.moveTo(atMs);
		} else {
			this.#giveBack();
			this.#floor = await this.#floors.take(atMs);
			this.#foldedAt = performance.now();
		}
		this.#feed = this.#floor.follow();
		this.#part = this.#scope && new ScopedFeed(this.#feed, this.#scope);
		return (this.#part ?? this.#feed).snapshot(atMs);
	}

	#next(from: number): void {
		const everyMs = this.#speed > 1 ? TICK_MS : SLOW_TICK_MS;
		this.#timer = setTimeout(() => void this.#inTurn(() => this.#advance(from)), everyMs);
	}

	async #advance(from: number): Promise<void> {
		const [floor, speed] = [this.#floor, this.#speed];
		if (!floor || !this.#feed || speed === 0) return;
		const now = performance.now();
		try {
			const latest = this.#now() - SETTLED_MS;
			const atMs = Math.max(floor.atMs, Math.min(floor.atMs + Math.round((now - from) * speed), latest));
			if (!this.#news.isReady()) return this.#next(now);
			const isDue = floor.isStale && now - this.#foldedAt >= REFOLD_EVERY_MS;
			if (isDue || (!floor.isStale && !floor.reaches(atMs))) this.#news.snapshot(await this.#open(atMs));
			else {
				await floor.moveTo(atMs);
				const delta = this.#feed.tick(atMs);
				this.#news.delta(this.#part ? this.#part.delta(delta) : delta);
			}
			// A pause may have been asked for meanwhile.
			if (this.#speed === 0) return;
			if (atMs >= latest) {
				this.#pause();
				this.#news.ended('present');
			} else this.#next(now);
		} catch (error) {
			this.#pause();
			this.#news.ended('failed', error);
		}
	}
}
