import { randomUUID } from 'node:crypto';
import type { ContactCare, NeedsDelta, NeedsSnapshot } from '#lib/contracts/needs.ts';
import type { Context, Scope } from '../context.ts';
import { readOpenGuesses, type ToldByWords } from '../intents/index.ts';
import type { LiveState } from '../live/index.ts';
import { NeedPart } from './need-part.ts';
import { log } from '../log.ts';
import { countRepeats } from './count-repeats.ts';
import { NeedFeed } from './need-feed.ts';
import { NeedList, type QueueNeed } from './need-list.ts';
import { readCare } from './read-care.ts';

const EVERY_MS = 500;
/** So many contacts are read at once: after a start they are thousands. */
const READ_AT_ONCE = 300;
/** Rating takes at most this share of the time: under a flood the list follows at a distance. */
const SHARE = 0.1;

/** The contacts that need a person now, as the live floor changes; told to listeners. */
export class LiveNeeds {
	readonly #ctx: Context;
	readonly #state: LiveState;
	readonly #list: NeedList;
	readonly #feed = new NeedFeed(randomUUID());
	readonly #listeners = new Set<(delta: NeedsDelta) => void>();
	readonly #tickers = new Set<() => void>();
	readonly #parts = new Map<string, NeedPart>();
	#timer: NodeJS.Timeout | null = null;
	#nextAt = 0;
	#counting: Promise<void> | null = null;

	private constructor(ctx: Context, state: LiveState) {
		this.#ctx = ctx;
		this.#state = state;
		this.#list = new NeedList(state);
		state.onContact = (id) => this.#list.mark(id);
	}

	static async open(ctx: Context, state: LiveState): Promise<LiveNeeds> {
		const needs = new LiveNeeds(ctx, state);
		for (const [id, care] of await readCare(ctx)) needs.#list.setCare(id, care);
		for (const [id, told] of await readOpenGuesses(ctx, state.contacts.keys())) needs.#list.setTold(id, told);
		return needs;
	}

	start(): void {
		this.#timer ??= setInterval(() => this.#beat(), EVERY_MS);
	}

	#beat(): void {
		const at = performance.now();
		if (at < this.#nextAt) return;
		this.tick(READ_AT_ONCE);
		this.#nextAt = at + (performance.now() - at) / SHARE;
		this.#counting ??= this.count()
			.catch((error: unknown) => log.error({ err: error }, 'counting customers’ earlier contacts failed'))
			.finally(() => (this.#counting = null));
	}

	/**
	 * Rates what changed and tells of it.
	 *
	 * @param most contacts to read; the others follow with the next tick
	 */
	tick(most = Infinity): void {
		const wallMs = this.#ctx.now();
		this.#list.rate(wallMs, most);
		const delta = this.#feed.advance(this.#list.ranking(wallMs), wallMs);
		if (delta) for (const listener of this.#listeners) listener(delta);
		for (const ticker of this.#tickers) ticker();
	}

	/** Counts the other contacts of customers who have come anew. */
	async count(): Promise<void> {
		const asked = this.#list.takeUnknownRepeats();
		for (const [id, count] of await countRepeats(this.#ctx, asked)) this.#list.setRepeats(id, count);
	}

	/** What was done about a contact, as it is stored. */
	care(id: string, care: ContactCare): void {
		this.#list.setCare(id, care);
		this.tick();
	}

	/** What a contact's words tell, as it is stored; the next tick says it. */
	told(id: string, told: ToldByWords): void {
		this.#list.setTold(id, told);
	}

	snapshot(): NeedsSnapshot {
		return this.#feed.snapshot();
	}

	/** The list as a part of the centre sees it; kept for its followers until forgetParts(). */
	part(scope: Scope): NeedPart {
		let part = this.#parts.get(scope.key);
		if (!part) this.#parts.set(scope.key, (part = new NeedPart(this.#list, this.#ctx.now)));
		part.scope = scope;
		return part;
	}

	/** The list as a part of the centre sees it, for one look. */
	partOnce(scope: Scope): NeedsSnapshot {
		const part = new NeedPart(this.#list, this.#ctx.now);
		part.scope = scope;
		return part.snapshot();
	}

	/** Lets go of the parts that nobody follows. @param followed their keys */
	forgetParts(followed: ReadonlySet<string>): void {
		for (const key of this.#parts.keys()) if (!followed.has(key)) this.#parts.delete(key);
	}

	/** Calls back after each rating; returns how to stop. */
	onTick(ticker: () => void): () => void {
		this.#tickers.add(ticker);
		return () => this.#tickers.delete(ticker);
	}

	queueNeeds(): Map<string, QueueNeed> {
		return this.#list.queueNeeds(this.#ctx.now());
	}

	/** Calls back with each change; returns how to stop. */
	listen(listener: (delta: NeedsDelta) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	async stop(): Promise<void> {
		if (this.#timer) clearInterval(this.#timer);
		this.#timer = null;
		this.#state.onContact = null;
		await this.#counting;
	}
}
