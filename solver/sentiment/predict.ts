import { decodeInt8 } from './decode-int8.ts';
import type { Measures } from './measure-turn.ts';
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
	table: Int8Array;
}

const MODELS = { en: ENGLISH_MODEL, es: SPANISH_MODEL };
const loaded: Partial<Record<'en' | 'es', Loaded>> = {};
const SIZE = 1 << TABLE_BITS;

const load = (language: 'en' | 'es'): Loaded =>
	(loaded[language] ??= { model: MODELS[language], table: decodeInt8(MODELS[language].table) });

/** What one language's model makes of a turn's measures. Cost: linear in the number of hashes. */
export function predict(measures: Measures, language: 'en' | 'es'): Prediction {
	const { model, table } = load(language);
	const sums = OUTPUTS.map((_, output) => {
		const weights = model.dense[output]!;
		let sum = 0;
		for (let i = 0; i < weights.length; i++) sum += weights[i]! * measures.dense[i]!;
		return sum;
	});
	for (const family of FAMILIES) {
		const hashes = measures[family.name];
		if (hashes.length === 0) continue;
		let [a, b, c] = [0, 0, 0];
		for (const hash of hashes) {
			const place = placeOf(hash, family.salt);
			a += table[place]!;
			b += table[SIZE + place]!;
			c += table[2 * SIZE + place]!;
		}
		const value = valueOf(family, hashes.length);
		sums[0]! += a * value * model.steps[0]!;
		sums[1]! += b * value * model.steps[1]!;
		sums[2]! += c * value * model.steps[2]!;
	}
	const [rating, negative, positive] = sums as [number, number, number];
	return { rating, negative, neutral: 1 - negative - positive, positive };
}

/** The learned part of a single word's weight in a turn of `count` words, on the rating's scale. */
export function learnedWeight(hash: number, count: number, language: 'en' | 'es'): number {
	const { model, table } = load(language);
	const [words] = FAMILIES;
	return table[placeOf(hash, words.salt)]! * model.steps[0]! * valueOf(words, count);
}
