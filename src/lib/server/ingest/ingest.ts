import type { IncomingEvent, IngestAnswer } from '#lib/contracts/events.ts';
import type { Actor, Context } from '../context.ts';
import { requireRight } from '../access/index.ts';
import { applyLogged, loadConfig, type LiveState } from '../live/index.ts';
import { createDiscovered, discover } from './discover.ts';
import { appendEvents } from './event-log.ts';
import { logReader } from './log-reader.ts';

const CATCH_UP_CHUNK = 20_000;

type Counts = Omit<IngestAnswer, 'rejected'>;

interface Waiting {
	events: IncomingEvent[];
	resolve: (counts: Counts) => void;
	reject: (error: unknown) => void;
}

/**
 * Takes events in: durable when the promise resolves, folded into the live state in the log's order. Callers that
 * arrive while a transaction runs share the next one.
 */
export class Ingest {
	readonly #ctx: Context;
	readonly #state: LiveState;
	#waiting: Waiting[] = [];
	#running: Promise<void> | null = null;
	/** The log took events that the state has not folded: something failed in between. */
	#isBehind = false;

	constructor(ctx: Context, state: LiveState) {
		this.#ctx = ctx;
		this.#state = state;
	}

	async accept(actor: Actor, events: IncomingEvent[]): Promise<Counts> {
		requireRight(actor, 'events.ingest');
		if (events.length === 0) return { accepted: 0, duplicates: 0 };
		return new Promise((resolve, reject) => {
			this.#waiting.push({ events, resolve, reject });
			this.#running ??= this.#run();
		});
	}

	/** Resolves when everything accepted so far is folded. */
	async settled(): Promise<void> {
		while (this.#running) await this.#running;
	}

	async #run(): Promise<void> {
		// A turn of the loop lets the requests that are already there join the first transaction.
		await new Promise(setImmediate);
		while (this.#waiting.length > 0) {
			const group = this.#waiting;
			this.#waiting = [];
			try {
				await this.#commit(group);
			} catch (error) {
				for (const { reject } of group) reject(error);
			}
		}
		this.#running = null;
	}

	async #commit(group: Waiting[]): Promise<void> {
		const events = group.flatMap((waiting) => waiting.events);
		const state = this.#state;
		if (this.#isBehind) await this.#catchUp();
		const found = discover(events, state);
		const creates = createDiscovered(found, state.config.site.id, this.#ctx.now());
		const logged = await appendEvents(this.#ctx, events, creates);
		this.#isBehind = true;
		if (creates.length > 0) state.configure(await loadConfig(this.#ctx));
		await applyLogged(state, logged, this.#ctx.now(), logReader(this.#ctx));
		this.#isBehind = false;

		const fresh = new Set(logged.map(({ source, id }) => `${source}\n${id}`));
		for (const { events, resolve } of group) {
			// The first to bring an event gets it counted; the same event again is a duplicate.
			const accepted = events.filter(({ source, id }) => fresh.delete(`${source}\n${id}`)).length;
			resolve({ accepted, duplicates: events.length - accepted });
		}
	}

	async #catchUp(): Promise<void> {
		const log = logReader(this.#ctx);
		this.#state.configure(await loadConfig(this.#ctx));
		for (;;) {
			const events = await log.readAfter(this.#state.seq, CATCH_UP_CHUNK);
			if (events.length === 0) break;
			await applyLogged(this.#state, events, this.#ctx.now(), log);
		}
		this.#isBehind = false;
	}
}
