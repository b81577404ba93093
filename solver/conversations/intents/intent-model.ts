export interface IntentExample {
	text: string;
	intent: string;
	language: 'en' | 'es';
}

/** What was learned; JSON throughout. */
export interface IntentModel {
	version: 1;
	intents: string[];
	/** Places of the table, a power of two. */
	places: number;
	biases: number[];
	/** By intent: value of a stored step, and its signed bytes in base64. */
	steps: number[];
	tables: string[];
	/** Divides the margins before they become probabilities: found on held-out examples. */
	temperature: number;
	/** Below this probability the guess is no answer. */
	leastProbability: number;
}
