import { decodeInt8 } from '../../sentiment/decode-int8.ts';
import { identifyLanguage } from '../../sentiment/language/identify-language.ts';
import { tokenise } from '../../sentiment/tokenise.ts';
import { intentFeatures } from './intent-features.ts';
import type { IntentModel } from './intent-model.ts';
import { softmax } from './softmax.ts';

export interface IntentGuess {
	/** null: not sure enough to say. */
	intent: string | null;
	/** Of the likeliest intent, 0…1, whether it is said or not. */
	probability: number;
	/** The likeliest intents, at most three, likeliest first. */
	alternatives: { intent: string; probability: number }[];
	/** The words that spoke most for it, in order; places in the texts joined by line feeds. */
	words: { start: number; end: number; text: string }[];
}

const ALTERNATIVES = 3;
const WORDS = 5;
/** A word that adds less than this to an intent's margin says nothing of it. */
const LEAST_PULL = 0.05;
/** The likeliest intent must be so many times as likely as the next: between few intents a half is a toss-up. */
const LEAST_LEAD = 1.5;
const decoded = new WeakMap<IntentModel, Int8Array[]>();

function tablesOf(model: IntentModel): Int8Array[] {
	let tables = decoded.get(model);
	if (!tables) decoded.set(model, (tables = model.tables.map(decodeInt8)));
	return tables;
}

/**
 * What a contact is about, from what the customer has said so far. Says nothing (`intent: null`) where the likeliest
 * intent is not likely enough or hardly likelier than the next, where no word speaks for it, where there are no words, or
 * where they are of a third language.
 *
 * Cost: linear in the texts' length up to 400 words, times the number of intents.
 */
export function guessIntent(model: IntentModel, texts: readonly string[]): IntentGuess {
	const text = texts.join('\n');
	const { places, values, words, wordOf } = intentFeatures(text, model.places);
	const tables = tablesOf(model);
	const pull = (k: number, i: number) => tables[k]![places[i]!]! * model.steps[k]! * values[i]!;
	const margins = model.intents.map((_, k) => {
		let sum = model.biases[k]!;
		for (let i = 0; i < places.length; i++) sum += pull(k, i);
		return sum;
	});
	const probabilities = softmax(margins, model.temperature);
	const order = probabilities.map((_, k) => k).sort((a, b) => probabilities[b]! - probabilities[a]! || a - b);
	const best = order[0]!;
	const probability = probabilities[best]!;
	const readable = words.length > 0 && identifyLanguage(tokenise(text.slice(0, 4000))).language !== 'unknown';
	const spoke = words.map(() => 0);
	for (let i = 0; i < places.length; i++) spoke[wordOf[i]!]! += pull(best, i);
	const speaking = spoke
		.map((weight, word) => ({ weight, word }))
		.filter(({ weight }) => weight > LEAST_PULL);
	const next = order.length > 1 ? probabilities[order[1]!]! : 0;
	const isSure =
		speaking.length > 0 && probability >= model.leastProbability && probability >= LEAST_LEAD * next;
	return {
		intent: readable && isSure ? model.intents[best]! : null,
		probability: readable ? probability : 0,
		alternatives: order
			.slice(0, ALTERNATIVES)
			.map((k) => ({ intent: model.intents[k]!, probability: probabilities[k]! })),
		words: speaking
			.sort((a, b) => b.weight - a.weight)
			.slice(0, WORDS)
			.sort((a, b) => a.word - b.word)
			.map(({ word }) => ({ ...words[word]!, text: text.slice(words[word]!.start, words[word]!.end) }))
	};
}
