import { decodeInt8 } from './decode-int8.ts';
import { hashGrams } from './hash.ts';
import type { Measures } from './measure-turn.ts';
import type { WordFacts } from './word-facts.ts';
import { ENGLISH_MODEL } from './model/english.ts';
import { FAMILIES, OUTPUTS, placeOf, TABLE_BITS, valueOf, type TrainedModel } from './model/layout.ts';
import { SPANISH_MODEL } from './model/spanish.ts';

export interface Prediction {
	/** Expected human rating, about −4…4. */
	rating: number;
	/** Least-squares estimates of the share of readers; they add up to 1 and may leave [0, 1] a little. */
	negative: number;
	neutral: number;
	positive: number;
}

interface Loaded {
	model: TrainedModel;
	/** The tables side by side: three outputs and one left empty for each place. */
	table: Int8Array;
}

const MODELS = { en: ENGLISH_MODEL, es: SPANISH_MODEL };
const loaded: Partial<Record<'en' | 'es', Loaded>> = {};
const SIZE = 1 << TABLE_BITS;
const WIDTH = 4;
const [WORDS, PAIRS, GRAMS] = FAMILIES;

function load(language: 'en' | 'es'): Loaded {
	const known = loaded[language];
	if (known) return known;
	const model = MODELS[language];
	const stored = decodeInt8(model.table);
	const table = new Int8Array(SIZE * WIDTH);
	for (let o = 0; o < OUTPUTS.length; o++)
		for (let place = 0; place < SIZE; place++) table[place * WIDTH + o] = stored[o * SIZE + place]!;
	return (loaded[language] = { model, table });
}

/** What the hashes of a family add up to in the tables, into `sums`. */
function addHashes(table: Int8Array, hashes: readonly number[], salt: number, sums: number[]): void {
	let [a, b, c] = [0, 0, 0];
	for (let i = 0; i < hashes.length; i++) {
		const at = placeOf(hashes[i]!, salt) * WIDTH;
		a += table[at]!;
		b += table[at + 1]!;
		c += table[at + 2]!;
	}
	sums[0]! += a;
	sums[1]! += b;
	sums[2]! += c;
}

/** What a word's letter groups add up to; remembered with the word's facts. */
function gramSumsOf(fact: WordFacts, language: 'en' | 'es', table: Int8Array): readonly number[] {
	const known = fact.gramSums[language];
	if (known) return known;
	let [a, b, c] = [0, 0, 0];
	hashGrams(fact.folded, 3, 5, (hash) => {
		const at = placeOf(hash, GRAMS.salt) * WIDTH;
		a += table[at]!;
		b += table[at + 1]!;
		c += table[at + 2]!;
	});
	return (fact.gramSums[language] = [a, b, c]);
}

/** What one language's model makes of a turn's measures. Cost: linear in the number of words. */
export function predict({ dense, words, pairs, spelt }: Measures, language: 'en' | 'es'): Prediction {
	const { model, table } = load(language);
	const outputs = model.dense.map((weights) => {
		let sum = 0;
		for (let i = 0; i < weights.length; i++) sum += weights[i]! * dense[i]!;
		return sum;
	});
	const add = (sums: readonly number[], value: number) => {
		for (let o = 0; o < outputs.length; o++) outputs[o]! += sums[o]! * value * model.steps[o]!;
	};
	const wordSums = [0, 0, 0];
	addHashes(table, words, WORDS.salt, wordSums);
	add(wordSums, valueOf(WORDS, words.length));
	const pairSums = [0, 0, 0];
	addHashes(table, pairs, PAIRS.salt, pairSums);
	add(pairSums, valueOf(PAIRS, pairs.length));
	const gramSums = [0, 0, 0];
	let grams = 0;
	for (const fact of spelt) {
		const sums = gramSumsOf(fact, language, table);
		for (let o = 0; o < gramSums.length; o++) gramSums[o]! += sums[o]!;
		grams += fact.gramCount;
	}
	add(gramSums, valueOf(GRAMS, grams));
	const [rating, negative, positive] = outputs as [number, number, number];
	return { rating, negative, neutral: 1 - negative - positive, positive };
}

/** The learned part of a single word's weight in a turn of `count` words, on the rating's scale. */
export function learnedWeight(hash: number, count: number, language: 'en' | 'es'): number {
	const { model, table } = load(language);
	return table[placeOf(hash, WORDS.salt) * WIDTH]! * model.steps[0]! * valueOf(WORDS, count);
}
