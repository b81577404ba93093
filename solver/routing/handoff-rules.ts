/**
 * When a conversation with a bot is handed to a person: the numbers that a centre can edit. A rule that is null or
 * empty is off.
 */
export interface HandoffRules {
	/** Reasons for contact that a person takes whatever the mood. */
	intents: readonly string[];
	/** Mean score of the customer's last turns (`RECENT_TURNS`), −1 to 1, below which a person takes over. */
	moodBelow: number | null;
	/** Points that the mood may fall from the customer's first turns to the last ones, above 0. */
	moodFall: number | null;
	/** Turns that the bot failed to understand, in all. */
	failedTurns: number | null;
	/** Whether the customer's wish for a person is granted at once. */
	onRequest: boolean;
	/** Signs in the customer's words that call for a person, with the least strength (0–1) that counts. */
	cues: readonly { kind: string; minimumStrength: number }[];
	/**
	 * A customer of at least this value gets a person at the first thing that goes wrong: one turn not understood,
	 * or a mood below 0. In the unit of the source's `priority`.
	 */
	valueAtLeast: number | null;
}

/** What is known of a conversation with a bot. */
export interface ConversationSigns {
	/** Null = not told and not sure enough from the words. */
	intent: string | null;
	/** How sure the intent is where the words told it, 0–1; null or left out = it was said. */
	intentProbability?: number | null;
	/** Score of each of the customer's turns so far, oldest first, −1 to 1; turns that could not be read left out. */
	moods: readonly number[];
	failedTurns: number;
	/** The customer has said it, or the bot's platform says so. */
	askedForPerson: boolean;
	/** Found in the customer's turns; the strongest of each kind is enough. */
	cues: readonly { kind: string; strength: number }[];
	/** Null = the source does not tell. */
	value: number | null;
}

export type HandoffReason =
	/** With a probability where the customer's words told the intent. */
	| { rule: 'intent'; intent: string; probability?: number }
	| { rule: 'mood'; mood: number; below: number }
	| { rule: 'fall'; from: number; to: number; by: number }
	| { rule: 'failed-turns'; count: number; limit: number }
	| { rule: 'request' }
	| { rule: 'cue'; kind: string; strength: number }
	| { rule: 'value'; value: number; atLeast: number; failedTurns: number; mood: number | null };

export type HandoffRule = HandoffReason['rule'];

/** A person is needed, and why, the weightiest first; or the bot goes on, and which rules could not be judged. */
export type HandoffDecision =
	| { needsPerson: true; reasons: readonly [HandoffReason, ...HandoffReason[]] }
	| { needsPerson: false; reasons: readonly []; unknown: readonly HandoffRule[] };
