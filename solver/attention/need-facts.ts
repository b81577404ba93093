import type { CueKind } from '../conversations/index.ts';

/** Whom the customer has at the moment. */
export type NeedPlace = 'bot' | 'waiting' | 'agent';

/** A cue in one of the customer's turns. */
export interface HeardCue {
	kind: CueKind;
	/** 0–1. */
	strength: number;
	/** Customer's turns after the one it stands in. */
	turnsSince: number;
	/** Said before a person took the contact. */
	isBeforePerson: boolean;
}

/** What is known of an open contact; null is unknown and neither adds nor takes away. */
export interface NeedFacts {
	place: NeedPlace;
	/** The customer's running mood after each scored turn, −5…+5, oldest first. */
	moods: readonly number[];
	cues: readonly HeardCue[];
	/** The bot's turns that it did not understand, while it still has the contact or the contact waits after it. */
	failedBotTurns: number;
	/** Since when it waits for a person, UTC ms; null when it does not wait. */
	waitingSinceMs: number | null;
	/** The queue's service level threshold, seconds. */
	thresholdSeconds: number | null;
	/** Since when an agent has it on hold, UTC ms. */
	heldSinceMs: number | null;
	/** Since when written words of the customer stand without an answer of the person who has it, UTC ms. */
	unansweredSinceMs: number | null;
	/** The customer's other contacts of the last seven days. */
	repeatContacts: number | null;
	/** As its source gives it, 0 (plain) … 10 (above all others); more is more. */
	priority: number | null;
}

/** Why, with what a sentence needs to say it. */
export type NeedReason = { /** What it alone would make the urgency, 0–1. */ weight: number } & (
	| {
			/** Another: of a person who has it already. */
			kind:
				| 'asks-for-person'
				| 'asks-for-another'
				| 'anger'
				| 'worry'
				| 'legal-threat'
				| 'churn-threat'
				| 'vulnerability';
			/** Customer's turns with it. */
			times: number;
	  }
	| {
			kind: 'repeated-contact';
			/** Null: the customer says so, nothing is on record. */ contacts: number | null;
	  }
	| { kind: 'mood-low'; mood: number }
	| { kind: 'mood-fell'; from: number; to: number; /** Customer's turns it took. */ turns: number }
	| { kind: 'bot-failed'; turns: number }
	| { kind: 'waiting' | 'on-hold' | 'unanswered'; sinceMs: number }
	| { kind: 'priority'; priority: number }
);

export interface PersonNeed {
	/** 0 (none) … 1. */
	urgency: number;
	/** Heaviest first. */
	reasons: NeedReason[];
}
