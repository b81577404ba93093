import type { Channel, Language } from './scenario.ts';

export type AgentState =
	'available' | 'offered' | 'handling' | 'wrap' | 'break' | 'lunch' | 'training' | 'meeting' | 'offline';

export type EventType =
	| 'marea.contact.started'
	| 'marea.contact.queued'
	| 'marea.contact.offered'
	| 'marea.contact.answered'
	| 'marea.contact.held'
	| 'marea.contact.resumed'
	| 'marea.contact.transferred'
	| 'marea.contact.abandoned'
	| 'marea.contact.flowed_out'
	| 'marea.contact.ended'
	| 'marea.contact.wrapped'
	| 'marea.bot.started'
	| 'marea.bot.turn'
	| 'marea.bot.resolved'
	| 'marea.bot.escalated'
	| 'marea.message'
	| 'marea.agent.state'
	| 'marea.survey'
	| 'marea.command.confirmed'
	| 'marea.command.refused';

/** The payload of an event: what applies to its type is there, the rest is absent. */
export interface EventData {
	contact?: string;
	queue?: string;
	channel?: Channel;
	agent?: string;
	customer?: string;
	/** Display name of the customer (contact.started) or of nobody. */
	customerName?: string;
	language?: Language;
	intent?: string;
	bot?: string;
	/** bot.turn: 1, 2, 3 … and whether the bot understood. */
	turn?: number;
	understood?: boolean;
	/** bot.turn: what the bot has checked so far, and what it was told; by the field's name. */
	verified?: Record<string, string>;
	facts?: Record<string, string>;
	/** Why a bot escalated, an agent is paused, a contact flowed out or was transferred. */
	reason?: string;
	/** contact.transferred: the queue that it goes to; contact.flowed_out: callback or voicemail. */
	to?: string;
	party?: 'customer' | 'agent' | 'bot';
	text?: string;
	state?: AgentState;
	score?: number;
	/** contact.wrapped: whether the matter was settled, as the agent notes it. */
	resolved?: boolean;
	/** command.*: the order that is answered; `text` says what a person should know of it. */
	command?: string;
}

/** An event before it is dressed as a CloudEvent. */
export interface FloorEvent {
	type: EventType;
	/** Whole milliseconds; strictly increasing within a run. */
	atMs: number;
	data: EventData;
}

/** A CloudEvents 1.0 object, as `POST /api/v1/events` takes it. */
export interface MareaEvent {
	specversion: '1.0';
	id: string;
	source: string;
	type: EventType;
	/** RFC 3339, UTC. */
	time: string;
	datacontenttype: 'application/json';
	data: EventData;
}
