import { isFolded, type LoggedEvent } from '#lib/contracts/events.ts';
import type { AgentConfig, CentreConfig, QueueConfig } from './config.ts';
import { AgentFold } from './fold/agent-fold.ts';
import { isLost } from './lost-contact.ts';
import { applyEvent, foldContact, startContact, type ContactFold } from './fold/contact-fold.ts';
import { compareEvents, insertInOrder } from './fold/event-order.ts';
import { QueueTallies } from './fold/queue-tally.ts';
import { SourceClock } from './source-clock.ts';

export interface LiveContact {
	fold: ContactFold;
	/** In the order of their own time; null once the contact is over and only its counts are needed. */
	events: LoggedEvent[] | null;
	/** Mood of each message, by the index of fold.messages; null for turns that are not the customer's. */
	scores: (number | null)[];
	/** How many of the messages are stored as they are. */
	storedMessages: number;
}

export interface QueueState {
	config: QueueConfig;
	source: string | null;
	tallies: QueueTallies;
	waiting: Set<ContactFold>;
	handling: Set<ContactFold>;
}

export interface AgentLive {
	config: AgentConfig;
	source: string | null;
	fold: AgentFold;
	handling: Set<ContactFold>;
}

const HOUR_MS = 3_600_000;
const KEPT_MS = 36 * HOUR_MS;
/** How long a contact that is over keeps its events and words in memory. */
const FULL_MS = 2 * HOUR_MS;

/** Events that neither move a contact between queues and agents nor change what its visits count. */
const NO_VISIT_CHANGE = new Set([
	'marea.contact.started',
	'marea.contact.offered',
	'marea.message',
	'marea.bot.turn',
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
	readonly queues = new Map<string, QueueState>();
	readonly agents = new Map<string, AgentLive>();
	readonly sources = new Map<string, SourceClock>();
	/** Contacts and agents whose stored folds are behind. */
	readonly changedContacts = new Set<string>();
	readonly changedAgents = new Set<string>();
	/** Those whose folds are on their way to the database: not to be forgotten before they are there. */
	readonly storing = { contacts: new Set<string>(), agents: new Set<string>() };
	/** The last event folded. */
	seq = 0;
	readonly #score: (text: string) => number | null;

	/** @param score mood of a customer's turn, −1 to 1, or null when it cannot be told */
	constructor(config: CentreConfig, score: (text: string) => number | null) {
		this.config = config;
		this.#score = score;
		this.configure(config);
	}

	/** Takes over a changed set-up; a changed threshold recounts its queue. */
	configure(config: CentreConfig): void {
		this.config = config;
		for (const queue of config.queues) {
			const known = this.queues.get(queue.id);
			if (!known) {
				const limits = {
					thresholdSeconds: queue.thresholdSeconds,
					shortAbandonSeconds: queue.shortAbandonSeconds
				};
				this.queues.set(queue.id, {
					config: queue,
					source: null,
					tallies: new QueueTallies(limits),
					waiting: new Set(),
					handling: new Set()
				});
				continue;
			}
			known.config = queue;
			const { thresholdSeconds, shortAbandonSeconds } = known.tallies.limits;
			if (thresholdSeconds !== queue.thresholdSeconds || shortAbandonSeconds !== queue.shortAbandonSeconds)
				this.#recount(known);
		}
		for (const agent of config.agents) {
			const known = this.agents.get(agent.id);
			if (known) known.config = agent;
			else
				this.agents.set(agent.id, {
					config: agent,
					source: null,
					fold: new AgentFold(agent.id),
					handling: new Set()
				});
		}
	}

	#recount(queue: QueueState): void {
		const { thresholdSeconds, shortAbandonSeconds } = queue.config;
		queue.tallies = new QueueTallies({ thresholdSeconds, shortAbandonSeconds });
		for (const { fold } of this.contacts.values())
			for (const visit of fold.visits) if (visit.queue === queue.config.id) queue.tallies.book(visit, 1);
	}

	/** Folds events in. Queues and agents they name must be configured; contacts known earlier must be in memory. */
	apply(events: readonly LoggedEvent[], wallMs: number): void {
		for (const event of events) {
			this.#source(event.source).observe(event.at, wallMs);
			if (event.seq > this.seq) this.seq = event.seq;
			if (!isFolded(event.type)) continue;
			const { contact, agent } = event.data;
			if (event.type === 'marea.agent.state') this.#applyToAgent(event);
			else if (contact) this.#applyToContact(event);
			if (agent) {
				const live = this.agents.get(agent);
				if (live) live.source = event.source;
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
		if (known) this.#book(known.fold, -1);
		const contact: LiveContact = { fold, events, scores: [], storedMessages: fold.messages.length };
		this.#scoreNewMessages(contact);
		this.contacts.set(fold.id, contact);
		this.#book(fold, 1);
		for (const { queue } of fold.visits) {
			const state = this.queues.get(queue);
			if (state) state.source ??= fold.source;
		}
	}

	/** Takes back an agent's states that the log knows from `sinceMs` on, in any order. */
	restoreAgent(agentId: string, events: readonly LoggedEvent[], sinceMs: number): void {
		const agent = this.agents.get(agentId);
		agent?.fold.restore(events, sinceMs);
		if (agent) agent.source ??= events.at(-1)?.source ?? null;
	}

	#source(name: string): SourceClock {
		let clock = this.sources.get(name);
		if (!clock) this.sources.set(name, (clock = new SourceClock()));
		return clock;
	}

	#applyToAgent(event: LoggedEvent): void {
		const agent = this.agents.get(event.data.agent!);
		if (!agent) return;
		agent.fold.apply(event);
		this.changedAgents.add(agent.config.id);
	}

	#applyToContact(event: LoggedEvent): void {
		const id = event.data.contact!;
		let contact = this.contacts.get(id);
		if (!contact?.events)
			this.contacts.set(
				id,
				(contact = { fold: startContact(event), events: [], scores: [], storedMessages: 0 })
			);
		const events = contact.events!;
		this.changedContacts.add(id);
		const queue = event.data.queue && this.queues.get(event.data.queue);
		if (queue) queue.source = event.source;

		const isInOrder = insertInOrder(events, event);
		if (isInOrder && NO_VISIT_CHANGE.has(event.type)) applyEvent(contact.fold, event);
		else {
			this.#book(contact.fold, -1);
			if (isInOrder) applyEvent(contact.fold, event);
			else {
				contact.fold = foldContact(events);
				contact.scores = [];
				contact.storedMessages = 0;
			}
			this.#book(contact.fold, 1);
		}
		this.#scoreNewMessages(contact);
	}

	#scoreNewMessages({ fold, scores }: LiveContact): void {
		for (let i = scores.length; i < fold.messages.length; i++) {
			const { party, text } = fold.messages[i]!;
			scores.push(party === 'customer' ? this.#score(text) : null);
		}
	}

	#book(fold: ContactFold, sign: 1 | -1): void {
		for (const visit of fold.visits) this.queues.get(visit.queue)?.tallies.book(visit, sign);
		const change = sign === 1 ? 'add' : 'delete';
		if (fold.waiting) this.queues.get(fold.waiting.queue)?.waiting[change](fold);
		if (fold.handling) {
			this.queues.get(fold.handling.visit.queue)?.handling[change](fold);
			if (fold.handling.agent) this.agents.get(fold.handling.agent)?.handling[change](fold);
		}
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
		for (const [id, contact] of this.contacts) {
			const { fold } = contact;
			const horizon = this.horizonOf(fold.source, wallMs);
			const isOver = !fold.waiting && !fold.handling;
			if (this.changedContacts.has(id) || this.storing.contacts.has(id)) continue;
			if (fold.lastEventAt < horizon && (isOver || isLost(fold, horizon))) this.#drop(fold);
			else if (isOver && contact.events && fold.lastEventAt < horizon + KEPT_MS - FULL_MS) {
				contact.events = null;
				contact.scores = [];
				fold.messages = [];
			}
		}
		for (const queue of this.queues.values())
			queue.tallies.forgetBefore(this.horizonOf(queue.source, wallMs));
		for (const [id, agent] of this.agents)
			if (!this.changedAgents.has(id) && !this.storing.agents.has(id))
				agent.fold.forgetBefore(this.horizonOf(agent.source, wallMs));
	}

	/** The minutes it was counted in are forgotten with it, so they are not recounted. */
	#drop(fold: ContactFold): void {
		this.#book(fold, -1);
		this.contacts.delete(fold.id);
	}
}
