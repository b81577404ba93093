import { foldWord } from '#solver/sentiment/fold-word.ts';
import { hashGrams } from '#solver/sentiment/hash.ts';
import { tokenise } from '#solver/sentiment/tokenise.ts';
import { labelledTexts, ratedTweets } from './reference-texts.ts';
import { sparseRidge, type SparseRow } from './sparse-ridge.ts';

const BITS = 14;

const wordsOf = (texts: readonly string[]): Set<string> =>
	new Set(
		texts
			.flatMap((text) => tokenise(text))
			.filter((token) => token.kind === 'word' && !token.tagged)
			.map((token) => foldWord(token.text))
			.filter((word) => word.length >= 3 && word.length <= 20)
	);

function toRow(word: string): SparseRow {
	const places = new Map<number, number>();
	let count = 0;
	hashGrams(word, 1, 4, (hash) => {
		const place = hash & ((1 << BITS) - 1);
		places.set(place, (places.get(place) ?? 0) + 1);
		count++;
	});
	return {
		places: Int32Array.from(places.keys()),
		values: Float64Array.from(places.values(), (value) => value / Math.sqrt(count))
	};
}

/** Weights of letter groups that tell Spanish words (> 0) from English ones (< 0), from the training texts' word lists. */
export function trainSpelling(): { bits: number; step: number; table: Int8Array } {
	const english = wordsOf([...ratedTweets(), ...labelledTexts('en', 'train')].map(({ text }) => text));
	const spanish = wordsOf(labelledTexts('es', 'train').map(({ text }) => text));
	const words = [...english].map((word) => ({ word, target: -2.5 }));
	for (const word of spanish) if (!english.has(word)) words.push({ word, target: 2.5 });
	const weights = sparseRidge({
		rows: words.map(({ word }) => toRow(word)),
		targets: words.map(({ target }) => target),
		weights: words.map(({ target }) => (target > 0 ? english.size / spanish.size : 1)),
		columns: 1 << BITS,
		penalty: () => 0.5,
		iterations: 40
	});
	const step = weights.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127;
	return { bits: BITS, step, table: Int8Array.from(weights, (value) => Math.round(value / step)) };
}
