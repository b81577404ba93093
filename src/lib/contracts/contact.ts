import type { Channel, Party, VisitOutcome } from './terms.ts';

export type Named = { id: string; name: string };

/** One stay of a contact in a queue. */
export interface ContactVisit {
	queue: Named;
	agent: Named | null;
	outcome: VisitOutcome;
	enteredAt: number;
	leftAt: number | null;
	handledUntil: number | null;
	talkSeconds: number;
	holdSeconds: number;
	wrapSeconds: number;
}

export interface ContactMessage {
	at: number;
	party: Party;
	text: string;
	language: string | null;
	/** Customer turns only, −1 to 1. */
	score: number | null;
}

/** An event of a contact, without its words. */
export interface ContactMoment {
	type: string;
	at: number;
	queue: Named | null;
	agent: Named | null;
	bot: string | null;
	reason: string | null;
	/** Where it was transferred or flowed out to. */
	to: Named | null;
	score: number | null;
}

export interface ContactDetails {
	id: string;
	channel: Channel | null;
	customer: string | null;
	language: string | null;
	intent: string | null;
	startedAt: number;
	endedAt: number | null;
	botOutcome: 'active' | 'resolved' | 'escalated' | 'left' | null;
	csat: number | null;
	isDemo: boolean;
	visits: ContactVisit[];
	messages: ContactMessage[];
	timeline: ContactMoment[];
}

/** A contact in a queue's line. */
export interface WaitingContact {
	id: string;
	customer: string | null;
	language: string | null;
	intent: string | null;
	enteredAt: number;
}
