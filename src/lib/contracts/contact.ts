import type { CueName } from './cues.ts';
import type { ContactCare } from './needs.ts';
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
	/** Said before a person answered, to a bot. */
	withBot: boolean;
	/** What made the score: places in the text and how much each weighs, −1 to 1. */
	words: { start: number; end: number; weight: number }[];
	cues: { kind: CueName; start: number; end: number }[];
}

/** The customer's sentiment over some turns, on −5…+5; null = unknown. */
export interface PartMood {
	turns: number;
	overall: number | null;
	quarters: (number | null)[];
	/** Last quarter less first. */
	shift: number | null;
	/** The running mood after each turn. */
	progressive: { at: number; mood: number }[];
}

export interface ContactMood {
	customer: PartMood;
	withBot: PartMood;
	withPerson: PartMood;
	/** In how many of the customer's turns each cue is heard. */
	cues: Partial<Record<CueName, number>>;
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
	/** What its words tell, where the source says no intent or language. */
	guess: { intent: string | null; probability: number; language: string | null } | null;
	startedAt: number;
	endedAt: number | null;
	botOutcome: 'active' | 'resolved' | 'escalated' | 'left' | null;
	csat: number | null;
	isDemo: boolean;
	visits: ContactVisit[];
	messages: ContactMessage[];
	timeline: ContactMoment[];
	mood: ContactMood;
	/** The customer's other contacts in the seven days before; null where the customer is unknown. */
	repeats: number | null;
	/** What people do about it; null = nothing yet. */
	care: ContactCare | null;
}

/** A contact in a queue's line. */
export interface WaitingContact {
	id: string;
	customer: string | null;
	language: string | null;
	intent: string | null;
	/** How sure the intent is where the customer's words told it; null: the source said it, or nobody knows. */
	intentProbability: number | null;
	enteredAt: number;
}
