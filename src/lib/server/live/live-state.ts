import { isFolded, OWN_SOURCE, type LoggedEvent } from '#lib/contracts/events.ts';
import type { QueuePrediction } from '#lib/contracts/prediction.ts';
import type { CentreConfig } from './config.ts';
import { FloorBooks } from './floor-books.ts';
import { isLost } from './lost-contact.ts';
import { applyEvent, foldContact, startContact, type ContactFold } from './fold/contact-fold.ts';
import { compareEvents, insertInOrder } from './fold/event-order.ts';
import { QueueTallies } from './fold/queue-tally.ts';
import { limitsOf, newAgent, newQueue, type LiveContact } from './live-parts.ts';
import { SourceClock } from './source-clock.ts';
import { WaitPredictions } from './wait-predictions.ts';

const HOUR_MS = 3_600_000;
/** The wall clock was set, and has not only been corrected, when it parts from the steady one by this at once. */
const CLOCK_SET_MS = 60_000;
/** How far back memory counts, from the latest word of each source. */
export const KEPT_MS = 36 * HOUR_MS;
/** How long a contact that is over keeps its events and words in memory. */
const FULL_MS = 2 * HOUR_MS;

/** Events that neither move a contact between queues and agents nor change what its visits count. */
const NO_VISIT_CHANGE = new Set([
	'marea.contact.started',
	'marea.contact.offered',
	'marea.message',
	'marea.survey'
]);

/**
 * Queues, agents and contacts as the event log tells them. The same events in any order, in any batches, give the
 * same state: a contact's events are kept in order of their own time, and its contribution to the counts is taken
 * back and booked again when one changes them.
 */
export class LiveState {
	config: CentreConfig;
	readonly contacts = new Map<string, LiveContact>();
	readonly books = new FloorBooks();
	readonly queues = this.books.queues;
	readonly agents = this.books.agents;
	readonly teams = this.books.teams;
	readonly bots = this.books.bots;
	readonly news = this.books.news;
	readonly sources = new Map<string, SourceClock>();
	/** Told when a contact enters a queue or leaves it, in the order of its own time. */
	readonly waits: WaitPredictions;
	/** Contacts and agents whose stored folds are behind. */
	readonly changedContacts = new Set<string>();
	readonly changedAgents = new Set<string>();
	/** Those whose folds are on their way to the database: not to be forgotten before they are there. */
	readonly storing = { contacts: new Set<string>(), agents: new Set<string>() };
	/** While not every contact that is counted is in memory: before one is changed, it is attached. */
	isRecalling = false;
	/** Told of each contact that an event has changed or that was taken back with its words. */
	onContact: ((id: string) => void) | null = null;
	/** A moment that is over: the floor's clock says so. */
	isPast = false;
	/** A clock that nobody sets, in milliseconds, beside the wall clock; null where time is made up. */
	steadyMs: (() => number) | null = null;
	#wallLeadMs = NaN;
	/** The last event folded. */
	seq = 0;
	readonly #score: (text: string) => number | null;

	/** @param score mood of a customer's turn, −1 to 1, or null when it cannot be told */
	constructor(config: CentreConfig, score: (text: string) => number | null) {
		this.config = config;
		this.#score = score;
		this.waits = new WaitPredictions();
		this.configure(config);
	}

	/** Takes over a changed set-up; a changed threshold recounts its queue, a changed team all teams. */
	configure(config: CentreConfig): void {
		this.config = config;
		let teamsChanged = false;
		for (const queue of config.queues) {
			const known = this.queues.get(queue.id);
			if (!known) {
				this.queues.set(queue.id, newQueue(queue));
				continue;
			}
			known.config = queue;
			const { thresholdSeconds, shortAbandonSeconds } = known.tallies.limits;
			if (thresholdSeconds === queue.thresholdSeconds && shortAbandonSeconds === queue.shortAbandonSeconds)
				continue;
			known.tallies = new QueueTallies(limitsOf(queue));
			for (const { fold } of this.contacts.values())
				for (const visit of fold.visits) if (visit.queue === queue.id) known.tallies.book(visit, 1);
			teamsChanged = true;
		}
		for (const agent of config.agents) {
			const known = this.agents.get(agent.id);
			if (known) {
				if (known.config.team !== agent.team) teamsChanged = true;
				known.config = agent;
			} else this.agents.set(agent.id, newAgent(agent));
		}
		if (teamsChanged) {
			this.teams.clear();
			for (const { fold } of this.contacts.values())
				for (const visit of fold.visits) this.books.bookTeam(visit, 1);
		}
		this.news.isAny = true;
	}

	/** Notices that the wall clock was set since the last look. */
	lookAtClock(wallMs: number): void {
		if (!this.steadyMs) return;
		const lead = wallMs - this.steadyMs();
		const byMs = lead - this.#wallLeadMs;
		this.#wallLeadMs = lead;
		if (Math.abs(byMs) >= CLOCK_SET_MS) for (const clock of this.sources.values()) clock.clockWasSet(byMs);
	}

	/** Folds events in. Queues and agents they name must be configured; contacts known earlier must be in memory. */
	apply(events: readonly LoggedEvent[], wallMs: number): void {
		this.lookAtClock(wallMs);
		if (events.length > 0) this.news.isAny = true;
		let clock: SourceClock | null = null;
		let clockOf = '';
		for (const event of events) {
			const { source, type, data } = event;
			if (source === OWN_SOURCE) {
				if (event.seq > this.seq) this.seq = event.seq;
				continue;
			}
			if (!clock || source !== clockOf) clock = this.#source((clockOf = source));
			clock.observe(event.at, wallMs);
			if (event.seq > this.seq) this.seq = event.seq;
			if (!isFolded(type)) continue;
			if (type === 'marea.agent.state') this.#applyToAgent(event);
			else if (data.contact) {
				this.#applyToContact(event);
				const live = data.agent === undefined ? undefined : this.agents.get(data.agent);
				if (live && live.source !== source) {
					live.source = source;
					this.books.changeAgent(live);
				}
			}
		}
	}

	/** Whether the log may hold events of this contact that memory does not. */
	lacksHistory(contactId: string): boolean {
		return !this.contacts.get(contactId)?.events;
	}

	/** Takes back into memory what the log knows of a contact, in any order; it is no news and changes no count twice. */
	restore(events: LoggedEvent[]): void {
		events.sort(compareEvents);
		const fold = foldContact(events);
		const known = this.contacts.get(fold.id);
		if (known?.events) return;
		if (known) this.#letGo(known);
		const contact: LiveContact = {
			fold,
			events,
			scores: [],
			storedMessages: fold.messages.length,
			talksIn: null
		};
		this.#scoreNewMessages(contact);
		this.#take(contact);
		this.onContact?.(fold.id);
	}

	/**
	 * Takes back a contact as it was stored, which the queues and the bots have counted already; its events stay in
	 * the log until one more comes.
	 */
	attach(fold: ContactFold, scores: (number | null)[] = []): void {
		if (this.contacts.has(fold.id)) return;
		const contact: LiveContact = { fold, events: null, scores, storedMessages: 0, talksIn: null };
		this.contacts.set(fold.id, contact);
		for (const visit of fold.visits) this.books.bookTeam(visit, 1);
		this.#settle(contact);
	}

	#take(contact: LiveContact): void {
		const { fold } = contact;
		this.contacts.set(fold.id, contact);
		this.books.book(fold, 1);
		this.#settle(contact);
	}

	#settle(contact: LiveContact): void {
		const { fold } = contact;
		this.books.talk(contact);
		for (const { queue } of fold.visits) {
			const state = this.queues.get(queue);
			if (state?.source === null) this.books.heardOf(state, fold.source);
		}
	}

	#letGo(contact: LiveContact): void {
		this.books.book(contact.fold, -1);
		contact.talksIn?.delete(contact);
		this.contacts.delete(contact.fold.id);
	}

	/** An agent goes by another id from now on, in what memory holds of its contacts too. */
	renameAgent(from: string, to: string): void {
		const live = this.agents.get(from);
		if (!live) return;
		this.agents.delete(from);
		live.config = this.agents.get(to)?.config ?? { ...live.config, id: to, name: to, assigned: null };
		live.fold.id = to;
		this.agents.set(to, live);
		if (this.changedAgents.delete(from)) this.changedAgents.add(to);
		this.books.changeAgent(live);
		for (const [id, { fold, events }] of this.contacts) {
			let isChanged = false;
			for (const visit of fold.visits) if (visit.agent === from) [visit.agent, isChanged] = [to, true];
			if (fold.handling?.agent === from) [fold.handling.agent, isChanged] = [to, true];
			for (const event of events ?? [])
				if (event.data.agent === from) [event.data, isChanged] = [{ ...event.data, agent: to }, true];
			if (isChanged) this.changedContacts.add(id);
		}
	}

	/** Takes back an agent's states that the log knows from `sinceMs` on, in any order. */
	restoreAgent(agentId: string, events: readonly LoggedEvent[], sinceMs: number): void {
		const agent = this.agents.get(agentId);
		if (!agent) return;
		agent.fold.restore(events, sinceMs);
		agent.source ??= events.at(-1)?.source ?? null;
		this.books.changeAgent(agent);
	}

	#source(name: string): SourceClock {
		let clock = this.sources.get(name);
		if (!clock) this.sources.set(name, (clock = new SourceClock()));
		return clock;
	}

	#applyToAgent(event: LoggedEvent): void {
		const agent = this.agents.get(event.data.agent!);
		if (!agent) return;
		agent.source = event.source;
		agent.fold.apply(event);
		this.changedAgents.add(agent.config.id);
		this.books.changeAgent(agent);
	}

	#applyToContact(event: LoggedEvent): void {
		const { type, data } = event;
		const id = data.contact!;
		let contact = this.contacts.get(id);
		// Stored before a stop with its whole story still to come from the log: counted already, and about to be again.
		if (contact && !contact.events) this.#letGo(contact);
		if (!contact?.events)
			this.contacts.set(
				id,
				(contact = {
					fold: startContact(event),
					events: [],
					scores: [],
					storedMessages: 0,
					talksIn: null
				})
			);
		const events = contact.events!;
		this.changedContacts.add(id);
		const queue = data.queue && this.queues.get(data.queue);
		if (queue) this.books.heardOf(queue, event.source);

		const isInOrder = insertInOrder(events, event);
		const { fold } = contact;
		const isTurnOfSame =
			type === 'marea.bot.turn' && fold.bot && (data.queue ?? fold.bot.queue) === fold.bot.queue;
		if (isInOrder && (NO_VISIT_CHANGE.has(type) || isTurnOfSame)) applyEvent(fold, event);
		else {
			const before = fold.waiting;
			this.books.book(fold, -1);
			if (isInOrder) {
				applyEvent(fold, event);
				if (fold.waiting !== before) this.waits.moved(before, fold.waiting);
			} else {
				contact.fold = foldContact(events);
				contact.scores = [];
				contact.storedMessages = 0;
			}
			this.books.book(contact.fold, 1);
		}
		if (contact.fold.messages.length > 0) {
			this.#scoreNewMessages(contact);
			this.books.talk(contact);
		}
		this.onContact?.(id);
	}

	#scoreNewMessages({ fold, scores }: LiveContact): void {
		for (let i = scores.length; i < fold.messages.length; i++) {
			const { party, text } = fold.messages[i]!;
			scores.push(party === 'customer' ? this.#score(text) : null);
		}
	}

	/** Reads the moods of a contact's words again, where what reads them has learned of another score since. */
	rescore(contactId: string): void {
		const contact = this.contacts.get(contactId);
		if (!contact?.events) return;
		const before = contact.scores;
		contact.scores = [];
		this.#scoreNewMessages(contact);
		if (contact.scores.every((score, i) => score === before[i])) return;
		contact.storedMessages = 0;
		this.changedContacts.add(contactId);
		this.books.talk(contact);
		this.onContact?.(contactId);
	}

	/** Takes over what is foreseen of a queue, which its row tells from the next tick on; null = nothing is. */
	foresee(queueId: string, prediction: QueuePrediction | null): void {
		const queue = this.queues.get(queueId);
		if (!queue || (queue.prediction === null && prediction === null)) return;
		queue.prediction = prediction;
		this.books.changeQueue(queue);
	}

	/** Before this nothing of a source counts any more: a day and a half before its latest, so that a day is always whole. */
	horizonOf(source: string | null, wallMs: number): number {
		const lastEventAt = (source && this.sources.get(source)?.lastEventAt) || wallMs;
		return Math.min(wallMs, lastEventAt) - KEPT_MS;
	}

	/**
	 * Lets go of what no live number needs: events and words of contacts that have been over for a while, and
	 * everything before its source's horizon. A contact whose stored fold is behind stays as it is.
	 */
	forget(wallMs: number): void {
		if (this.isRecalling) return;
		for (const [id, contact] of this.contacts) {
			const { fold } = contact;
			const horizon = this.horizonOf(fold.source, wallMs);
			const isOver = !fold.waiting && !fold.handling;
			if (this.changedContacts.has(id) || this.storing.contacts.has(id)) continue;
			// The minutes it was counted in are forgotten with it, so they are not recounted.
			if (fold.lastEventAt < horizon && (isOver || isLost(fold, horizon))) this.#letGo(contact);
			else if (isOver && contact.events && fold.lastEventAt < horizon + KEPT_MS - FULL_MS) {
				contact.events = null;
				contact.scores = [];
				contact.talksIn?.delete(contact);
				contact.talksIn = null;
				fold.messages = [];
			}
		}
		for (const queue of this.queues.values()) {
			const horizon = this.horizonOf(queue.source, wallMs);
			queue.tallies.forgetBefore(horizon);
			queue.bots.forgetBefore(horizon);
		}
		let earliest = this.horizonOf(null, wallMs);
		for (const source of this.sources.keys()) earliest = Math.min(earliest, this.horizonOf(source, wallMs));
		for (const tallies of this.teams.values()) tallies.forgetBefore(earliest);
		this.bots.forgetBefore(earliest);
		for (const [id, agent] of this.agents)
			if (!this.changedAgents.has(id) && !this.storing.agents.has(id))
				agent.fold.forgetBefore(this.horizonOf(agent.source, wallMs));
	}
}
