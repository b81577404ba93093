import type { Channel } from './terms.ts';

/** Why a contact needs a person, with what a sentence needs to say it; instants are of the contact's own clock. */
export type NeedReasonRow =
	| {
			kind:
				| 'asks-for-person'
				| 'asks-for-another'
				| 'anger'
				| 'worry'
				| 'legal-threat'
				| 'churn-threat'
				| 'vulnerability';
			times: number;
	  }
	| { kind: 'repeated-contact'; contacts: number | null }
	| { kind: 'mood-low'; mood: number }
	| { kind: 'mood-fell'; from: number; to: number; turns: number }
	| { kind: 'bot-failed'; turns: number }
	| { kind: 'waiting' | 'on-hold' | 'unanswered'; sinceMs: number }
	| { kind: 'priority'; priority: number };

/** What people do about a contact that needs one. */
export interface ContactCare {
	/** An actor's id, as `user:ID`, and the name behind it where there is one. */
	takenBy: string | null;
	takenByName: string | null;
	takenAt: number | null;
	snoozedUntil: number | null;
	note: string | null;
	noteByName: string | null;
}

/** An open contact that may need a person. */
export interface NeedRow {
	/** The contact's. */
	id: string;
	customer: string | null;
	channel: Channel | null;
	language: string | null;
	/** As its source said it, else as the customer's words tell. */
	intent: string | null;
	/** How sure that is where the words told it; null: the source said it, or nobody knows. */
	intentProbability: number | null;
	/** The queue it waits or is handled in, else the one the bot speaks for. */
	queueId: string | null;
	agentId: string | null;
	place: 'bot' | 'waiting' | 'agent';
	/** 0 (none) … 1. */
	urgency: number;
	/** Since when it has needed a person (urgency at or above the line); null while it is below. */
	needsSince: number | null;
	/** The customer's running mood after each of the latest turns, −5…+5; empty while nothing could be scored. */
	moods: number[];
	/** Heaviest first. */
	reasons: NeedReasonRow[];
	/** The customer's latest words, cut. */
	lastWords: string | null;
	/** The contact's clock less the wall clock. */
	clockOffsetMs: number;
	isDemo: boolean;
	care: ContactCare | null;
}

/** The list as it stands: the most urgent, and what stands behind them. */
export interface NeedsSnapshot {
	/** Grows with each change; a reader that missed one asks again. */
	seq: number;
	epoch: string;
	/** The server's wall clock. */
	wallMs: number;
	/** In rank; left aside ones last. */
	rows: NeedRow[];
	/** Contacts at or above the line, also those beyond the listed. */
	needing: number;
	/** Open contacts looked at. */
	open: number;
}

/** What changed since `seq − 1`: the rows that are not as they were, and the ids of all in rank. */
export interface NeedsDelta extends Omit<NeedsSnapshot, 'rows'> {
	changed: NeedRow[];
	order: string[];
}
