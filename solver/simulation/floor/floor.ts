import type { Random } from '../../numeric/random.ts';
import type { Agenda } from '../agenda.ts';
import type { AgentState, EventData, EventType } from '../event.ts';
import type { Scenario, ScenarioAgent, ScenarioBot, ScenarioQueue } from '../scenario.ts';
import type { SiteClock } from '../site-clock.ts';
import type { Line } from '../transcripts/line.ts';
import type { FloorOrder } from './floor-order.ts';

/** What can come next on a floor; `contact` items are stale once the contact's token has moved on. */
export type Item =
	| { kind: 'interval'; queue: FloorQueue }
	| { kind: 'arrival'; queue: FloorQueue }
	| { kind: 'duty'; agent: FloorAgent }
	| { kind: 'pause-over'; agent: FloorAgent; token: number }
	| { kind: 'order'; order: FloorOrder }
	| { kind: 'call-back'; contact: FloorContact }
	| { kind: ContactStep; contact: FloorContact; token: number };

/**
 * Who gets a contact when several agents have room: `best-fit` (proficiency in steps of a quarter, load, idle time),
 * `longest-idle`, or `ranked` by the routing library's score.
 */
export type RoutingRule = 'best-fit' | 'longest-idle' | 'ranked';

export type ContactStep =
	| 'bot-turn'
	| 'bot-over'
	| 'enqueue'
	| 'patience'
	| 'max-wait'
	| 'take-offer'
	| 'answer'
	| 'hold'
	| 'resume'
	| 'message'
	| 'write-on'
	| 'transfer'
	| 'leave'
	| 'wrapped'
	| 'survey';

export interface FloorQueue {
	readonly plan: ScenarioQueue;
	/** Agents who may serve it, with their proficiency in its skill. */
	readonly agents: { agent: FloorAgent; proficiency: number }[];
	/** In the order of entry. */
	readonly waiting: FloorContact[];
	/** Weight of its waiting contacts: the plan's until an order changes it. */
	priority: number;
	/** What its line is offered, the oldest first. */
	readonly offers: FloorOffer[];
	/** Expected arrivals by weekday and part of the day. */
	readonly expected: number[][];
	readonly random: Random;
}

/** What those in line are asked to take in place of it, until so many have, or its end. */
export interface FloorOffer {
	kind: 'callback' | 'bot';
	/** Of a bot: the reason it is for. */
	intent: string | null;
	left: number;
	untilMs: number;
	/** When those who take a callback are called. */
	fromMs: number;
	toMs: number;
}

export interface FloorAgent {
	readonly plan: ScenarioAgent;
	readonly queues: FloorQueue[];
	/** Offered, in talk, or in wrap. */
	readonly contacts: FloorContact[];
	onDuty: boolean;
	/** A pause that waits for the last contact to end, or is running. */
	pause: { kind: 'break' | 'lunch' | 'training' | 'meeting'; durationMs: number; running: boolean } | null;
	state: AgentState;
	idleSinceMs: number;
	/** Transitions still to come on the local days drawn so far, in order of time. */
	duties: Duty[];
	nextDutyDay: number;
	pauseToken: number;
}

export interface Duty {
	atMs: number;
	change: 'on' | 'off' | 'break' | 'lunch' | 'training' | 'meeting';
	durationMs: number;
}

export interface FloorContact {
	readonly id: string;
	readonly customer: Customer;
	readonly intent: string;
	/** Its own stream, so that what is said does not shift what happens. */
	readonly random: Random;
	queue: FloorQueue;
	stage: 'bot' | 'waiting' | 'offered' | 'talking' | 'held' | 'wrap' | 'gone';
	/** Moves on at each change that makes earlier plans stale. */
	token: number;
	agent: FloorAgent | null;
	bot: ScenarioBot | null;
	botTurns: number;
	botTurn: number;
	/** Turns that the bot understood: how far its questions have come. */
	botStep: number;
	verified: Record<string, string>;
	facts: Record<string, string>;
	/** −1 to 1: how the customer feels, at the beginning and as it goes on. */
	mood: number;
	resolved: boolean;
	transfers: number;
	transferTo: FloorQueue | null;
	queuedAtMs: number;
	answeredAtMs: number;
	wrapSeconds: number;
	holdSeconds: number;
	script: Line[];
	nextLine: number;
	/** What it took in place of the line. */
	offer: FloorOffer | null;
	/** The centre calls, as it was promised: nobody waits in the line with patience to lose. */
	isCalledBack: boolean;
}

export interface Customer {
	id: string;
	name: string;
}

/** The shared state of one run. */
export interface Floor {
	readonly scenario: Scenario;
	readonly clock: SiteClock;
	/** Prefix of the run's contact ids. */
	readonly runKey: string;
	readonly withMessages: boolean;
	readonly routing: RoutingRule;
	readonly queues: FloorQueue[];
	readonly agents: FloorAgent[];
	readonly agenda: Agenda<Item>;
	/** Streams by concern. */
	readonly random: { site: Random; days: Random; routing: Random; customers: Random; service: Random };
	/** People whose last contact was not resolved, oldest first; bounded. */
	readonly unresolved: { customer: Customer; language: string; intent: string; atMs: number }[];
	contacts: number;
	nowMs: number;
	readonly startMs: number;
	emit(type: EventType, data: EventData): void;
}
