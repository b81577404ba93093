import type { IncomingEvent, IngestAnswer, LoggedEvent } from '#lib/contracts/events.ts';
import type { Actor, Context } from '../context.ts';
import { requireRight } from '../access/index.ts';
import { log } from '../log.ts';
import { meters } from '../meters.ts';
import { isMasking, maskEvents } from '../privacy/index.ts';
import { runByItself } from '../origin.ts';
import { applyLogged, loadConfig, loadFound, type LiveState } from '../live/index.ts';
import { createDiscovered, discover, type Discovered } from './discover.ts';
import { appendEvents } from './event-log.ts';
import { logReader } from './log-reader.ts';

const CATCH_UP_CHUNK = 20_000;
/** Requests share a transaction until it has this many events. */
const GROUP_EVENTS = 4_000;

/** What could not be folded is tried again after so long, whether or not more comes. */
const CATCH_UP_AFTER_MS = 1_000;

/** More than this in line means that the disk does not keep up: the source waits with the rest. */
const MAX_WAITING_EVENTS = 200_000;

type Counts = Omit<IngestAnswer, 'rejected'>;

interface Waiting {
	events: IncomingEvent[];
	resolve: (counts: Counts) => void;
	reject: (error: unknown) => void;
}

function answer(group: readonly Waiting[], given: number, logged: readonly LoggedEvent[]): void {
	const isAllNew = logged.length === given;
	const fresh = isAllNew ? null : new Set(logged.map(({ source, id }) => `${source}\n${id}`));
	for (const { events, resolve } of group) {
		// The first to bring an event gets it counted; the same event again is a duplicate.
		const accepted = fresh
			? events.filter(({ source, id }) => fresh.delete(`${source}\n${id}`)).length
			: events.length;
		resolve({ accepted, duplicates: events.length - accepted });
	}
}

/**
 * Takes events in: durable when the promise resolves, folded into the live state in the log's order. Callers that
 * arrive while a transaction runs share the next one.
 */
export class Ingest {
	readonly #ctx: Context;
	readonly #state: LiveState;
	readonly #listeners = new Set<(events: readonly LoggedEvent[]) => void>();
	#waiting: Waiting[] = [];
	#waitingEvents = 0;
	#running: Promise<void> | null = null;
	/** The log took events that the state has not folded: something failed in between. */
	#isBehind = false;
	#catchUpTimer: NodeJS.Timeout | undefined;
	/** Null until the setting is read. */
	#masks: boolean | null = null;

	constructor(ctx: Context, state: LiveState) {
		this.#ctx = ctx;
		this.#state = state;
	}

	async accept(actor: Actor, events: IncomingEvent[]): Promise<Counts> {
		requireRight(actor, 'events.ingest');
		if (events.length === 0) return { accepted: 0, duplicates: 0 };
		if (this.#waitingEvents + events.length > MAX_WAITING_EVENTS)
			throw new Error(`Taking events in: ${this.#waitingEvents} are in line already.`);
		this.#waitingEvents += events.length;
		const endTimer = meters.ingestSeconds.startTimer();
		const counts = await new Promise<Counts>((resolve, reject) => {
			this.#waiting.push({ events, resolve, reject });
			this.#work();
		});
		endTimer();
		meters.events.inc({ outcome: 'accepted' }, counts.accepted);
		meters.events.inc({ outcome: 'duplicate' }, counts.duplicates);
		return counts;
	}

	/** Batches that wait for the next transaction. */
	get waiting(): number {
		return this.#waiting.length;
	}

	/** The setting is read again with the next events. */
	forgetMasking(): void {
		this.#masks = null;
	}

	/** Calls back with events that are new in the log, once they are folded; returns how to stop. */
	listen(listener: (events: readonly LoggedEvent[]) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Resolves when everything accepted so far is folded. */
	async settled(): Promise<void> {
		while (this.#running) await this.#running;
		clearTimeout(this.#catchUpTimer);
	}

	#work(): void {
		// Its transactions are everybody's: none is done on behalf of the request that happened to come first.
		this.#running ??= runByItself(() => this.#run());
	}

	async #run(): Promise<void> {
		try {
			// A turn of the loop lets the requests that are already there join the first transaction.
			await new Promise(setImmediate);
			while (this.#waiting.length > 0 || this.#isBehind) {
				if (this.#waiting.length === 0) {
					await this.#catchUp();
					continue;
				}
				const group = this.#nextGroup();
				try {
					await this.#commit(group);
				} catch (error) {
					for (const { reject } of group) reject(error);
				}
			}
		} catch (error) {
			// Whoever has come meanwhile waits for the next try.
			log.error({ err: error }, 'folding what the log has taken failed; it is tried again');
			clearTimeout(this.#catchUpTimer);
			this.#catchUpTimer = setTimeout(() => this.#work(), CATCH_UP_AFTER_MS).unref();
		} finally {
			this.#running = null;
		}
	}

	/** Bounded, so that no transaction holds up the rest of the server for long. */
	#nextGroup(): Waiting[] {
		let events = 0;
		let count = 0;
		while (count < this.#waiting.length && (count === 0 || events < GROUP_EVENTS))
			events += this.#waiting[count++]!.events.length;
		this.#waitingEvents -= events;
		return this.#waiting.splice(0, count);
	}

	async #commit(group: Waiting[]): Promise<void> {
		this.#masks ??= await isMasking(this.#ctx);
		const given = group.flatMap((waiting) => waiting.events);
		// Before the log: what is masked stands nowhere in clear.
		const events = this.#masks ? maskEvents(given) : given;
		const state = this.#state;
		if (this.#isBehind) await this.#catchUp();
		const found = discover(events, state);
		const creates = createDiscovered(found, state.config.site.id, this.#ctx.now());
		const logged = await appendEvents(this.#ctx, events, creates);
		this.#isBehind = true;
		if (creates.length > 0) await this.#setUp(found);
		await applyLogged(state, logged, this.#ctx.now(), logReader(this.#ctx));
		this.#isBehind = false;

		answer(group, events.length, logged);
		this.#tell(logged);
	}

	/** A listener that fails keeps the events from nobody else. */
	#tell(events: readonly LoggedEvent[]): void {
		for (const listener of this.#listeners)
			try {
				listener(events);
			} catch (error) {
				log.error({ err: error }, 'hearing of new events failed');
			}
	}

	/** Thousands of agents may be found one batch after the other: only what is new is read. */
	async #setUp({ queues, channels, agents }: Discovered): Promise<void> {
		const state = this.#state;
		if (channels.size > 0) return state.configure(await loadConfig(this.#ctx));
		const made = await loadFound(this.#ctx, [...queues.keys()], [...agents]);
		// The set-up may have been read anew meanwhile.
		state.configure({
			site: state.config.site,
			queues: [...state.config.queues, ...made.queues.filter(({ id }) => !state.queues.has(id))],
			agents: [...state.config.agents, ...made.agents.filter(({ id }) => !state.agents.has(id))]
		});
	}

	async #catchUp(): Promise<void> {
		const reader = logReader(this.#ctx);
		this.#state.configure(await loadConfig(this.#ctx));
		for (;;) {
			const events = await reader.readAfter(this.#state.seq, CATCH_UP_CHUNK);
			if (events.length === 0) break;
			await applyLogged(this.#state, events, this.#ctx.now(), reader);
			this.#tell(events);
		}
		this.#isBehind = false;
	}
}
