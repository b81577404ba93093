import type { Prediction } from '#solver/sentiment/predict.ts';
import { examplesFor, predictRow, trainLanguage, type Example } from './train-language.ts';

/** Assigns an example to a fold by its place alone, so that runs agree. */
export const foldOf = (index: number, folds: number): number => {
	let hash = Math.imul(index + 1, 2654435761) >>> 0;
	hash ^= hash >>> 15;
	return (hash >>> 0) % folds;
};

/**
 * Predictions for every text of `source` by models of `language` that never saw it. The hand-written lexicons and
 * the service turns are the same in every fold.
 */
export function crossValidate(
	language: 'en' | 'es',
	sources: readonly Example['source'][],
	folds: number
): { example: Example; prediction: Prediction }[] {
	const examples = examplesFor(language);
	const inFold = (example: Example, fold: number) =>
		sources.includes(example.source) && foldOf(example.index, folds) === fold;
	return Array.from({ length: folds }, (_, fold) => {
		const weights = trainLanguage(examples.filter((example) => !inFold(example, fold)));
		return examples
			.filter((example) => inFold(example, fold))
			.map((example) => ({ example, prediction: predictRow(weights, example.row) }));
	}).flat();
}
