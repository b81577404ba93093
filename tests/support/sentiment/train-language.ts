import { hashGrams } from '#solver/sentiment/hash.ts';
import { DENSE_COUNT, type Measures } from '#solver/sentiment/measure-turn.ts';
import { measureText } from '#solver/sentiment/measure-text.ts';
import { FAMILIES, placeOf, TABLE_BITS, valueOf } from '#solver/sentiment/model/layout.ts';
import { turnByIrony } from '#solver/sentiment/score-of-prediction.ts';
import type { Prediction } from '#solver/sentiment/predict.ts';
import { labelledTexts, ratedTweets } from './reference-texts.ts';
import { SERVICE_TURNS } from './service-turns.ts';
import { dot, sparseRidge, type SparseRow } from './sparse-ridge.ts';

type Language = 'en' | 'es';

export interface Example {
	row: SparseRow;
	source: 'tweets' | 'en' | 'es' | 'service';
	/** Place in its source, by which it is assigned to a fold. */
	index: number;
	rating: number;
	label: -1 | 0 | 1;
	/** How much it counts for the rating, and for the classes. */
	ratingWeight: number;
	labelWeight: number;
}

export const COLUMNS = DENSE_COUNT + (1 << TABLE_BITS);
/** Mean tweet rating of texts of each label, so that both kinds of set speak of one scale. */
const RATING_OF_LABEL = { '-1': -1.3, '0': 0.2, '1': 1.6 };
const NEGATIVE_RATING = -0.5;
const POSITIVE_RATING = 0.8;
const PENALTY = 2.5;
const DENSE_PENALTY = 0.25;

export function toRow(measures: Measures, foreign = false): SparseRow {
	const places = new Map<number, number>();
	measures.dense.forEach((value, i) => value !== 0 && places.set(i, value));
	const grams: number[] = [];
	for (const { folded } of measures.spelt) hashGrams(folded, 3, 5, (hash) => grams.push(hash));
	for (const family of FAMILIES) {
		const hashes = family.name === 'grams' ? grams : measures[family.name];
		for (const hash of hashes) {
			// The other language's words stay apart from this one's; only the measures are shared.
			const place = DENSE_COUNT + (placeOf(hash, family.salt) ^ (foreign ? 0x5a5a : 0));
			places.set(place, (places.get(place) ?? 0) + valueOf(family, hashes.length));
		}
	}
	return { places: Int32Array.from(places.keys()), values: Float64Array.from(places.values()) };
}

export const measuresOf = (text: string, language: Language): Measures =>
	measureText(text, { en: language === 'en' ? 1 : 0, es: language === 'es' ? 1 : 0 }).measures;

/** All training examples for one language's model (the validation splits are never among them). */
export function examplesFor(language: Language): Example[] {
	const examples: Example[] = [];
	ratedTweets().forEach(({ text, rating }, index) =>
		examples.push({
			row: toRow(measuresOf(text, 'en'), language !== 'en'),
			source: 'tweets',
			index,
			rating,
			label: rating < NEGATIVE_RATING ? -1 : rating > POSITIVE_RATING ? 1 : 0,
			ratingWeight: language === 'en' ? 1 : 0.3,
			labelWeight: language === 'en' ? 0.4 : 0.1
		})
	);
	for (const other of ['en', 'es'] as const)
		labelledTexts(other, 'train').forEach(({ text, label }, index) =>
			examples.push({
				row: toRow(measuresOf(text, other), other !== language),
				source: other,
				index,
				rating: RATING_OF_LABEL[label],
				label,
				ratingWeight: other === language ? (language === 'en' ? 0.3 : 1) : 0.1,
				labelWeight: other === language ? 1 : 0.3
			})
		);
	for (const [mood, turns] of Object.entries(SERVICE_TURNS[language]))
		turns.split('\n').forEach((text, index) => {
			const label = mood === 'negative' ? -1 : mood === 'positive' ? 1 : 0;
			const row = toRow(measuresOf(text, language));
			const rating = RATING_OF_LABEL[label];
			examples.push({ row, source: 'service', index, rating, label, ratingWeight: 1, labelWeight: 2 });
		});
	return examples;
}

/** Weights of the three outputs (rating, negative, positive) by ridge regression. */
export function trainLanguage(examples: readonly Example[]): Float64Array[] {
	const rows = examples.map((example) => example.row);
	const penalty = (column: number) => (column === 0 ? 1e-6 : column < DENSE_COUNT ? DENSE_PENALTY : PENALTY);
	const solve = (targets: number[], weights: number[]) =>
		sparseRidge({ rows, targets, weights, columns: COLUMNS, penalty, iterations: 40 });
	const labelWeights = examples.map((example) => example.labelWeight);
	return [
		solve(
			examples.map((example) => example.rating),
			examples.map((example) => example.ratingWeight)
		),
		...[-1, 1].map((label) =>
			solve(
				examples.map((example) => (example.label === label ? 1 : 0)),
				labelWeights
			)
		)
	];
}

/** Place of "irony is marked" among the dense measures. */
const IRONIC = 48;

/** The prediction that scoreTurn() would make with these weights. */
export function predictRow(weights: readonly Float64Array[], row: SparseRow): Prediction {
	const [rating, negative, positive] = weights.map((output) => dot(output, row)) as [number, number, number];
	const prediction = { rating, negative, neutral: 1 - negative - positive, positive };
	return row.values[row.places.indexOf(IRONIC)] === 1 ? turnByIrony(prediction) : prediction;
}
