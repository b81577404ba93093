import type { Foreseen } from './prediction.ts';

/** Ahead of now: what a proposal promises, and when it is measured. */
export const PROMISE_SECONDS = 1_800;

/** An agent who serves other queues from then on, all of them named. */
export interface MovedAgent {
	agent: string;
	before: string[];
	after: string[];
}

/** What moves do to a queue, by the prediction: its service level `PROMISE_SECONDS` ahead, without them and with them. */
export interface PromisedEffect {
	queue: string;
	/** Null: nobody will have come. */
	before: Foreseen | null;
	after: Foreseen | null;
	waitingBefore: Foreseen;
	waitingAfter: Foreseen;
	/** Contacts of the next hour by which the target is missed. */
	lostBefore: number;
	lostAfter: number;
}

/** A change of somebody's day, as one recorded by hand; UTC ms, in the floor's time. */
export interface ProposedDayChange {
	agent: string;
	/**
	 * `moved`: what lies between `fromAt` and `toAt` begins at `movedTo`; `extended`: the shift ends at `toAt`, not `fromAt`;
	 * `shortened`: it ends at `fromAt`, not `toAt`.
	 */
	kind: 'moved' | 'extended' | 'shortened';
	/** What is moved. */
	activity: 'break' | 'lunch' | null;
	fromAt: number;
	toAt: number;
	movedTo: number | null;
}

/** Longer and shorter shifts are asked for, one by one, and not ordered. */
export const isAskedFor = ({ kind }: Pick<ProposedDayChange, 'kind'>): boolean => kind !== 'moved';

/** What those who wait in a queue are offered in place of the line, by the telephony side. */
export interface ProposedOffer {
	/** A call back later, or a bot while they keep their place. */
	kind: 'callback' | 'bot';
	queue: string;
	/** Of a bot: the reason for which it is offered. */
	intent: string | null;
	/** Until so many have taken it, or until then: UTC ms, in the floor's time. */
	contacts: number;
	untilAt: number;
	/** Part of those in line for whom it is: of a bot those who are there for its reason, and have not been with it. */
	reach: number;
	/** Part of those offered it who are expected to take it. */
	acceptShare: number;
	/** Nothing is known of earlier offers: `acceptShare` is what is taken for usual. */
	isAssumed: boolean;
	/** Of a bot: part of its conversations for this reason that it closed without a person and without a return. */
	containment: number | null;
	/** When those who take a callback are called: where the rest of the day has people to spare. Null of a bot. */
	backFromAt: number | null;
	backToAt: number | null;
}

export const PROPOSAL_ORIGINS = ['balancer', 'edited', 'what-if'] as const;
export type ProposalOrigin = (typeof PROPOSAL_ORIGINS)[number];

export interface Proposal {
	id: string;
	origin: ProposalOrigin;
	/** The queue they mainly serve now; null where they serve none, or several moves were put together. */
	from: string | null;
	to: string | null;
	/**
	 * `instead`: they serve `to` in place of `from`; `also`: both, whichever is more urgent; `only`: nothing but `to`,
	 * which may be what they mainly serve already; `several`: see each; `break`: people of `from` go on their break at
	 * another time, and serve what they serve; `stay`: somebody of `from` stays longer, if they agree; `leave`: people of
	 * `from` may go earlier, if they like; `callback`, `bot`: those who wait in `from` are offered it.
	 */
	how: 'instead' | 'also' | 'only' | 'several' | 'break' | 'stay' | 'leave' | 'callback' | 'bot';
	agents: MovedAgent[];
	/** Of `break`, `stay` and `leave`. */
	dayChanges: ProposedDayChange[];
	/** Of `callback` and `bot`. */
	offer: ProposedOffer | null;
	/** Hours more, or below 0 fewer, of people's shifts than planned. */
	paidHours: number;
	/** Those whom somebody comes to or leaves, and others on which it tells. */
	effects: PromisedEffect[];
	/**
	 * Weighted contacts of the next hour that it saves, and that it must save so that it is worth moving anybody. Both are
	 * below 0 where hours are saved: contacts that it takes, and may take.
	 */
	saves: number;
	costs: number;
	/** Who else could go in place of these. */
	others: string[];
	sinceMs: number;
	/** The floor that the effects were foreseen from. */
	asOfMs: number;
}

/** Why nothing, or nothing more, is proposed. */
export type BalanceReason =
	/** Counts are still being taken back after a start. */
	| { kind: 'starting' }
	/** No source has told anything of late. */
	| { kind: 'silent' }
	/** These queues' source is silent: nobody is moved to them or from them. */
	| { kind: 'partly-silent'; queues: string[] }
	/** Fewer people serve than a move can be judged with. */
	| { kind: 'small'; serving: number; least: number }
	| { kind: 'one-queue' }
	/** Nobody who serves has the skill for another queue. */
	| { kind: 'nobody-can' }
	/** Every target is kept over the next hour. */
	| { kind: 'kept' }
	/** The best move would save so many contacts, less than moving people costs. */
	| { kind: 'not-worth'; saves: number; costs: number }
	/** A target is missed, and no move found that helps. */
	| { kind: 'none-helps' }
	/** So many were moved within the last `minutes`: more would be unrest. */
	| { kind: 'moved-enough'; moves: number; most: number; minutes: number }
	| { kind: 'failed' };

export interface DismissedProposal {
	id: string;
	from: string | null;
	to: string | null;
	how: Proposal['how'];
	/** People, moved or whose day is changed; of an offer, contacts. */
	agents: number;
	/** Of a bot: the reason for which it is offered. */
	intent: string | null;
	atMs: number;
	byName: string;
	reason: string | null;
	/** Not proposed again before. */
	untilMs: number;
}

/** What the balancer has to say now. */
export interface BalanceBoard {
	wallMs: number;
	/** Null: nothing has been worked out yet. */
	asOfMs: number | null;
	/** How often it is worked out while somebody watches. */
	everySeconds: number;
	state: 'moves' | 'stay' | 'unknown';
	reasons: BalanceReason[];
	proposals: Proposal[];
	/** All proposals at once, but those for which people are asked; null where there are not at least two. */
	together: PromisedEffect[] | null;
	dismissed: DismissedProposal[];
}

/** `within` the promised band, under it or over it. */
export const PROMISE_OUTCOMES = ['open', 'within', 'below', 'above', 'untold'] as const;
export type PromiseOutcome = (typeof PROMISE_OUTCOMES)[number];

/** Why what came cannot be held against what was promised. */
export const UNTOLD_REASONS = [
	/** None of the moves was carried out, or only some. */
	'not-carried-out',
	'partly-carried-out',
	/** Others were moved to or from the queue, its priority was changed, or its line was offered something, meanwhile. */
	'other-moves',
	/** Marea did not run for a part of the time, or its moment was missed. */
	'gap',
	/** The queue's source was silent when it was due. */
	'silent',
	'nobody-came'
] as const;
export type UntoldReason = (typeof UNTOLD_REASONS)[number];

export interface PromisedMove extends Omit<MovedAgent, 'agent'> {
	/** Null: an offer to a queue's contacts. */
	agent: string | null;
	/** Null: it could not be asked for, or is no action. */
	command: string | null;
	/** Of a change of the day: its id; null: it could not be made. */
	change?: string | null;
	/** The offer by which the person was asked; the change is made when they accept. */
	offer?: string;
}

/** What was promised of one queue and what came of it. */
export interface PromiseRow {
	promise: string;
	queue: string;
	queueName: string;
	acceptedAt: number;
	acceptedBy: string;
	origin: ProposalOrigin;
	reason: string | null;
	/** In the queue's own time. */
	dueAt: number;
	/** Agents moved by what was accepted, to the queue and away from it. */
	arrivals: number;
	departures: number;
	/** People whose day was changed by it. */
	dayChanges: number;
	before: number | null;
	after: number | null;
	afterLow: number | null;
	afterHigh: number | null;
	measured: number | null;
	offered: number | null;
	outcome: PromiseOutcome;
	why: UntoldReason | null;
}

/** How good the promises were. */
export interface PromiseSummary {
	promises: number;
	open: number;
	untold: number;
	/** Judged, and of these within the band. */
	judged: number;
	within: number;
	/** Null: none has been judged. */
	withinShare: number | null;
	/** Mean of measured − promised over the judged. */
	bias: number | null;
}
