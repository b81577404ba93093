import { randomUUID } from 'node:crypto';
import { isFolded, type LoggedEvent } from '#lib/contracts/events.ts';
import type { FloorSnapshot } from '#lib/contracts/live.ts';
import type { Context, Scope } from '../context.ts';
import { dayStart, FloorFeed, LiveState, readFloor, readSeries, SERIES_STEPS } from '../live/index.ts';
import {
	placeBefore,
	readAgentsBefore,
	readBegunBefore,
	readHistory,
	readNext,
	readScores,
	readUnderWay,
	type Place
} from './past-log.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** The curves, each of whose points looks back half an hour, and a little. */
const LOOK_BACK_MS = SERIES_STEPS * MINUTE_MS + 40 * MINUTE_MS;
/** Memory counts a day and a half: who goes further than this begins anew. */
const REACH_MS = 30 * HOUR_MS;
/** Events folded in one go; the server's other work comes between. */
const SLICE = 1_500;
/** A walk looks for this long between two breaths. */
const LOOK_SLICE_MS = 12;
const CONTACTS_PER_READ = 400;
const FORGET_EVERY_SLICES = 16;

const breathe = (): Promise<void> => new Promise((done) => setImmediate(done));

/** What a past floor is made from besides the log: the centre's set-up as it is now, and how words are scored. */
export interface PastSource {
	ctx: Context;
	config(): LiveState['config'];
	score(text: string): number | null;
}

/** Looks at the floor at every step of the way, when all that happened up to then is in it. */
export interface Walk {
	everyMs: number;
	look(atMs: number): void;
}

/**
 * The floor at a moment of the kept log: what happened up to it by the events' own time, late arrivals among them,
 * folded by the same code as the present, in today's set-up. It moves forward by folding what is new.
 */
export class PastFloor {
	readonly state: LiveState;
	/** From here on every event is in it, and of what was under way the earlier ones. */
	readonly fromMs: number;
	atMs: number;
	/** The log has taken in an event that belongs before `atMs`. */
	isStale = false;
	readonly #source: PastSource;
	readonly #scores = new Map<string, number | null>();
	#place: Place;
	#slices = 0;
	/** Where the walk that is under way looks next. */
	#nextLookMs = Infinity;
	#breathedAt = 0;

	private constructor(source: PastSource, fromMs: number) {
		this.#source = source;
		this.fromMs = fromMs;
		this.atMs = fromMs;
		this.#place = placeBefore(fromMs);
		this.state = new LiveState(source.config(), (text) => this.#scores.get(text) ?? source.score(text));
		this.state.isPast = true;
	}

	/** @param onopen called before anything is read, so that what arrives meanwhile is noticed */
	static async open(
		source: PastSource,
		atMs: number,
		onopen?: (floor: PastFloor) => void
	): Promise<PastFloor> {
		const floor = new PastFloor(source, lookBackFrom(atMs, source.config().site.timeZone));
		floor.atMs = atMs;
		onopen?.(floor);
		await floor.#recall();
		await floor.moveTo(atMs);
		return floor;
	}

	/** Whether a moment can be reached from here, cheaper than anew. */
	reaches(atMs: number): boolean {
		const from = lookBackFrom(atMs, this.state.config.site.timeZone);
		return !this.isStale && atMs >= this.atMs && from <= this.atMs && atMs - this.fromMs <= REACH_MS;
	}

	/** Folds what happened up to and with `atMs`, which must not lie before the moment that is shown. */
	async moveTo(atMs: number, walk?: Walk): Promise<void> {
		this.#nextLookMs = walk ? this.atMs + walk.everyMs : Infinity;
		this.atMs = atMs;
		const { state } = this;
		if (state.config !== this.#source.config()) state.configure(this.#source.config());
		try {
			for (;;) {
				const events = await readNext(this.#source.ctx, this.#place, atMs, SLICE);
				if (events.length > 0) await this.#fold(events, walk);
				if (events.length < SLICE) return await this.#look(atMs + 1, walk);
				await breathe();
			}
		} catch (error) {
			// Somewhere on the way: nobody may go on from here.
			this.isStale = true;
			throw error;
		}
	}

	/** Every number of the floor, read anew. @param scope the part that is seen; null: all of it */
	read(scope: Scope | null = null): FloorSnapshot {
		return {
			seq: 0,
			epoch: `past:${randomUUID()}`,
			...readFloor(this.state, this.atMs, scope),
			series: Object.fromEntries(
				Object.entries(readSeries(this.state, this.atMs)).filter(([id]) => scope?.queues.has(id) ?? true)
			)
		};
	}

	/** Follows the floor from here on: a snapshot, and with each `tick(atMs)` after a move what changed. */
	follow(): FloorFeed {
		return new FloorFeed(this.state, `past:${randomUUID()}`);
	}

	async #recall(): Promise<void> {
		const { ctx } = this.#source;
		for (const [agent, state, reason, since] of await readAgentsBefore(ctx, this.fromMs)) {
			const data = { agent, state, ...(reason === null ? {} : { reason }) };
			const event = { seq: 0, source: '', id: '', type: 'marea.agent.state', at: since, data };
			this.state.restoreAgent(agent, [event], this.fromMs);
		}
		const underWay = await readUnderWay(ctx, this.fromMs);
		for (let i = 0; i < underWay.length; i += CONTACTS_PER_READ) {
			await breathe();
			await this.#restore(underWay.slice(i, i + CONTACTS_PER_READ));
		}
	}

	async #restore(contacts: readonly string[]): Promise<void> {
		const { ctx } = this.#source;
		await this.#rememberScores(contacts, this.fromMs - REACH_MS, this.#place.at);
		for (const events of await readHistory(ctx, contacts, this.#place)) this.state.restore(events);
	}

	/** The looks that are due before something happens at `beforeMs`. */
	async #look(beforeMs: number, walk: Walk | undefined): Promise<void> {
		for (; walk && this.#nextLookMs < beforeMs; this.#nextLookMs += walk.everyMs) {
			if (performance.now() - this.#breathedAt > LOOK_SLICE_MS) {
				await breathe();
				this.#breathedAt = performance.now();
			}
			walk.look(this.#nextLookMs);
		}
	}

	async #fold(events: readonly LoggedEvent[], walk: Walk | undefined): Promise<void> {
		const { ctx } = this.#source;
		const { state } = this;
		const lacking = new Set<string>();
		const speaking = new Set<string>();
		for (const { type, data } of events) {
			if (!isFolded(type) || !data.contact) continue;
			if (state.lacksHistory(data.contact)) lacking.add(data.contact);
			if (type === 'marea.message' && data.party === 'customer') speaking.add(data.contact);
		}
		const letGo = [...lacking].filter((id) => state.contacts.has(id));
		const unknown = [...lacking].filter((id) => !state.contacts.has(id));
		const begun = await readBegunBefore(ctx, unknown, this.fromMs);
		if (letGo.length + begun.length > 0) await this.#restore([...letGo, ...begun]);
		this.#scores.clear();
		await this.#rememberScores([...speaking], events[0]!.at, events.at(-1)!.at);

		// As if each had been received when it happened: no source lags, and silence is told by the events themselves.
		for (const event of events) {
			if (event.at > this.#nextLookMs) await this.#look(event.at, walk);
			state.apply([event], event.at);
		}
		const { at, seq } = events.at(-1)!;
		this.#place = { at, seq };
		state.changedContacts.clear();
		state.changedAgents.clear();
		if (++this.#slices % FORGET_EVERY_SLICES === 0) state.forget(at);
	}

	async #rememberScores(contacts: readonly string[], fromMs: number, untilMs: number): Promise<void> {
		for (const [text, score] of await readScores(this.#source.ctx, contacts, fromMs, untilMs))
			this.#scores.set(text, score);
	}
}

const lookBackFrom = (atMs: number, timeZone: string): number =>
	Math.min(dayStart(atMs, timeZone), Math.floor((atMs - LOOK_BACK_MS) / MINUTE_MS) * MINUTE_MS);
