import {
	crossValidateIntents,
	trainIntents,
	type IntentCrossValidation,
	type IntentExample,
	type IntentModel
} from '#solver/conversations/intents/index.ts';

export interface IntentWork {
	examples: IntentExample[];
}

export interface LearnedIntents {
	model: IntentModel;
	quality: IntentCrossValidation;
	examples: number;
}

const SHARE_OF_CHECK = 0.85;

/** What the worker does: the check on held-out examples first, then the model of all of them. */
export function learnIntents({ examples }: IntentWork, report: (done: number) => void): LearnedIntents {
	const quality = crossValidateIntents(examples, { report: (done) => report(done * SHARE_OF_CHECK) });
	return { model: trainIntents(examples), quality, examples: examples.length };
}
