import type { LoggedEvent } from '#lib/contracts/events.ts';
import type { Channel, Party, VisitOutcome } from '#lib/contracts/terms.ts';

/** One stay of a contact in a queue, with what came of it. Whole milliseconds, so that sums are exact in any order. */
export interface Visit {
	queue: string;
	enteredAt: number;
	outcome: VisitOutcome;
	leftAt: number | null;
	agent: string | null;
	handledUntil: number | null;
	talkMs: number;
	holdMs: number;
	wrapMs: number;
}

export type BotOutcome = 'active' | 'resolved' | 'escalated' | 'left';

export interface FoldedMessage {
	at: number;
	party: Party;
	text: string;
	language: string | null;
	/** Said while a bot looked after the contact: after its greeting, and before a person answered. */
	withBot: boolean;
}

/** A contact's conversation with a bot. */
export interface BotConversation {
	id: string | null;
	outcome: BotOutcome;
	startedAt: number;
	endedAt: number | null;
	/** A letter a turn: `u` understood, `f` failed, `-` not told. */
	path: string;
	queue: string | null;
	/** Why it was passed to a person. */
	reason: string | null;
}

/** A contact as its events so far tell it. */
export interface ContactFold {
	id: string;
	source: string;
	channel: Channel | null;
	customer: string | null;
	language: string | null;
	intent: string | null;
	startedAt: number;
	endedAt: number | null;
	lastEventAt: number;
	/** As the latest event that told one. */
	priority: number | null;
	bot: BotConversation | null;
	visits: Visit[];
	messages: FoldedMessage[];
	csat: number | null;
	/** The visit that waits in its queue. */
	waiting: Visit | null;
	/** The visit that an agent is handling, who that is now, and since when it is on hold. */
	handling: { visit: Visit; agent: string | null; since: number; heldSince: number | null } | null;
}

export function startContact(event: LoggedEvent): ContactFold {
	return {
		id: event.data.contact!,
		source: event.source,
		channel: null,
		customer: null,
		language: null,
		intent: null,
		startedAt: event.at,
		endedAt: null,
		lastEventAt: event.at,
		priority: null,
		bot: null,
		visits: [],
		messages: [],
		csat: null,
		waiting: null,
		handling: null
	};
}

const span = (from: number, to: number): number => Math.max(0, to - from);

function leaveQueue(c: ContactFold, outcome: VisitOutcome, at: number): void {
	if (!c.waiting) return;
	c.waiting.outcome = outcome;
	c.waiting.leftAt = at;
	c.waiting = null;
}

function stopHandling(c: ContactFold, at: number): void {
	const now = c.handling;
	if (!now) return;
	if (now.heldSince !== null) now.visit.holdMs += span(now.heldSince, at);
	now.visit.handledUntil = at;
	now.visit.talkMs = Math.max(0, span(now.since, at) - now.visit.holdMs);
	c.handling = null;
}

function enterQueue(c: ContactFold, queue: string, at: number): Visit {
	const visit: Visit = {
		queue,
		enteredAt: at,
		outcome: 'waiting',
		leftAt: null,
		agent: null,
		handledUntil: null,
		talkMs: 0,
		holdMs: 0,
		wrapMs: 0
	};
	c.visits.push(visit);
	c.waiting = visit;
	return visit;
}

/** A source that lost the `queued` event still tells of the outcome: the visit then begins and ends at that instant. */
function waitingOrInferred(c: ContactFold, { at, data }: LoggedEvent): Visit | null {
	if (c.waiting) return c.waiting;
	return data.queue ? enterQueue(c, data.queue, at) : null;
}

const concernsWaiting = (c: ContactFold, queue: string | undefined): boolean =>
	!c.waiting || !queue || c.waiting.queue === queue;

const APPLY: Record<string, (c: ContactFold, event: LoggedEvent) => void> = {
	'marea.contact.queued': (c, { at, data }) => {
		if (c.waiting?.queue === data.queue) return;
		leaveQueue(c, 'flowed-out', at);
		enterQueue(c, data.queue!, at);
		c.endedAt = null;
	},
	'marea.contact.answered': (c, event) => {
		const { at, data } = event;
		if (!c.waiting && c.handling) {
			c.handling.agent = data.agent ?? c.handling.agent;
			return;
		}
		stopHandling(c, at);
		const visit = waitingOrInferred(c, event);
		if (!visit) return;
		visit.agent = data.agent ?? null;
		leaveQueue(c, 'answered', at);
		c.handling = { visit, agent: visit.agent, since: at, heldSince: null };
		c.endedAt = null;
	},
	'marea.contact.held': (c, { at }) => {
		if (c.handling) c.handling.heldSince ??= at;
	},
	'marea.contact.resumed': (c, { at }) => {
		if (!c.handling || c.handling.heldSince === null) return;
		c.handling.visit.holdMs += span(c.handling.heldSince, at);
		c.handling.heldSince = null;
	},
	'marea.contact.transferred': (c, { at, data }) => {
		if (!data.agent || !c.handling?.agent || data.agent === c.handling.agent) stopHandling(c, at);
	},
	'marea.contact.abandoned': (c, event) => {
		if (c.handling || !concernsWaiting(c, event.data.queue)) return;
		if (waitingOrInferred(c, event)) leaveQueue(c, 'abandoned', event.at);
	},
	'marea.contact.flowed_out': (c, event) => {
		if (!concernsWaiting(c, event.data.queue)) return;
		if (waitingOrInferred(c, event)) leaveQueue(c, 'flowed-out', event.at);
	},
	'marea.contact.ended': (c, { at }) => {
		leaveQueue(c, 'abandoned', at);
		stopHandling(c, at);
		if (c.bot?.outcome === 'active') Object.assign(c.bot, { outcome: 'left', endedAt: at });
		c.endedAt = at;
	},
	'marea.contact.wrapped': (c, { at, data }) => {
		if (c.handling && (!data.agent || data.agent === c.handling.agent)) return stopHandling(c, at);
		const visit = c.visits.findLast(
			(v) => v.handledUntil !== null && (!data.agent || v.agent === data.agent)
		);
		if (visit && visit.wrapMs === 0) visit.wrapMs = span(visit.handledUntil!, at);
	},
	'marea.bot.started': (c, event) => {
		talkWithBot(c, event);
	},
	'marea.bot.turn': (c, event) => {
		const { understood } = event.data;
		talkWithBot(c, event).path += understood === undefined ? '-' : understood ? 'u' : 'f';
	},
	'marea.bot.resolved': (c, event) => closeBot(c, 'resolved', event),
	'marea.bot.escalated': (c, event) => closeBot(c, 'escalated', event),
	'marea.message': (c, { at, data }) => {
		c.messages.push({
			at,
			party: data.party!,
			text: data.text ?? '',
			language: data.language ?? null,
			withBot: c.bot !== null && !c.visits.some(({ outcome }) => outcome === 'answered')
		});
	},
	'marea.survey': (c, { data }) => {
		c.csat = data.score ?? null;
	}
};

function talkWithBot(c: ContactFold, { at, data }: LoggedEvent): BotConversation {
	c.bot ??= {
		id: null,
		outcome: 'active',
		startedAt: at,
		endedAt: null,
		path: '',
		queue: null,
		reason: null
	};
	c.bot.id ??= data.bot ?? null;
	c.bot.queue = data.queue ?? c.bot.queue;
	return c.bot;
}

function closeBot(c: ContactFold, outcome: BotOutcome, event: LoggedEvent): void {
	Object.assign(talkWithBot(c, event), { outcome, endedAt: event.at, reason: event.data.reason ?? null });
}

/** Folds the next event in order into the contact. */
export function applyEvent(c: ContactFold, event: LoggedEvent): void {
	const { data } = event;
	if (data.channel) c.channel = data.channel;
	if (data.customer) c.customer = data.customer;
	if (data.language && event.type !== 'marea.message') c.language = data.language;
	if (data.intent) c.intent = data.intent;
	if (data.priority !== undefined) c.priority = data.priority;
	if (event.at > c.lastEventAt) c.lastEventAt = event.at;
	APPLY[event.type]?.(c, event);
}

/** The contact that a list of events in order tells of. */
export function foldContact(events: readonly LoggedEvent[]): ContactFold {
	const contact = startContact(events[0]!);
	for (const event of events) applyEvent(contact, event);
	return contact;
}
