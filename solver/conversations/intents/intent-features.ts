import { hashGrams, hashText } from '../../sentiment/hash.ts';
import { tokenise } from '../../sentiment/tokenise.ts';
import { wordFacts } from '../../sentiment/word-facts.ts';

/** The hashed features of a text: places in the table with their weights (Euclidean length 1). */
export interface IntentFeatures {
	places: number[];
	values: number[];
	/** For each place: the word (by its place in the text) that it came from. */
	words: { start: number; end: number }[];
	/** Index into `words` for each place. */
	wordOf: number[];
}

const MOST_WORDS = 400;
const PAIR_SEED = 7;
const GRAM_SEED = 0x5bd1e995;
const WEIGHT = { word: 1, pair: 0.6, gram: 0.35 };

/** Words, pairs of neighbours, and letter groups of four and five; of long texts the first 400 words. */
export function intentFeatures(text: string, places: number): IntentFeatures {
	const words: { start: number; end: number }[] = [];
	const found = new Map<number, { value: number; word: number }>();
	const add = (hash: number, value: number, word: number) => {
		const place = hash & (places - 1);
		const known = found.get(place);
		if (known) known.value += value;
		else found.set(place, { value, word });
	};
	let before: string | undefined;
	for (const token of tokenise(text)) {
		if (token.kind !== 'word') {
			if (token.kind === 'mark') before = undefined;
			continue;
		}
		if (words.length >= MOST_WORDS) break;
		const { folded, hash } = wordFacts(token.text);
		const word = words.push({ start: token.start, end: token.end }) - 1;
		add(hash, WEIGHT.word, word);
		if (before !== undefined) add(hashText(`${before} ${folded}`, PAIR_SEED), WEIGHT.pair, word);
		if (folded.length >= 4)
			hashGrams(folded, 4, 5, (gram) => add((gram ^ GRAM_SEED) >>> 0, WEIGHT.gram, word));
		before = folded;
	}
	const entries = [...found];
	// Repeated words count by their square root.
	const damped = entries.map(([, { value }]) => Math.sqrt(value));
	const length = Math.sqrt(damped.reduce((sum, value) => sum + value * value, 0)) || 1;
	return {
		places: entries.map(([place]) => place),
		values: damped.map((value) => value / length),
		words,
		wordOf: entries.map(([, { word }]) => word)
	};
}
