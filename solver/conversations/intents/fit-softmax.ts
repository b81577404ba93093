import { createRandom } from '../../numeric/random.ts';
import type { IntentFeatures } from './intent-features.ts';
import { softmax } from './softmax.ts';

export interface Labelled {
	features: Pick<IntentFeatures, 'places' | 'values'>;
	intent: number;
}

export interface SoftmaxWeights {
	biases: Float64Array;
	/** intents × places. */
	table: Float64Array;
}

const PASSES = 30;
const RATE = 0.8;
const SHRINK = 2e-4;

/** The margin of each intent. */
export function marginsOf(weights: SoftmaxWeights, { places, values }: Labelled['features']): Float64Array {
	const intents = weights.biases.length;
	const size = weights.table.length / intents;
	const margins = Float64Array.from(weights.biases);
	for (let k = 0; k < intents; k++)
		for (let i = 0; i < places.length; i++) margins[k]! += weights.table[k * size + places[i]!]! * values[i]!;
	return margins;
}

/**
 * Multinomial logistic regression by AdaGrad (Duchi, Hazan & Singer 2011) over shuffled passes, every intent weighing
 * the same however many examples it has. Cost: passes × examples × features × intents.
 */
export function fitSoftmax(
	examples: readonly Labelled[],
	intents: number,
	size: number,
	seed: number
): SoftmaxWeights {
	const random = createRandom(seed);
	const weights: SoftmaxWeights = {
		biases: new Float64Array(intents),
		table: new Float64Array(intents * size)
	};
	const squares = new Float64Array(intents * size).fill(1e-3);
	const counts = new Float64Array(intents);
	for (const { intent } of examples) counts[intent]!++;
	const order = examples.map((_, i) => i);
	for (let pass = 0; pass < PASSES; pass++) {
		for (let i = order.length - 1; i > 0; i--) {
			const j = random.below(i + 1);
			[order[i], order[j]] = [order[j]!, order[i]!];
		}
		for (const index of order) {
			const { features, intent } = examples[index]!;
			const weight = Math.min(3, examples.length / (intents * counts[intent]!));
			const probabilities = softmax(marginsOf(weights, features));
			for (let k = 0; k < intents; k++) {
				const error = weight * (probabilities[k]! - (k === intent ? 1 : 0));
				if (Math.abs(error) < 1e-4) continue;
				weights.biases[k]! -= 0.02 * error;
				for (let i = 0; i < features.places.length; i++) {
					const place = k * size + features.places[i]!;
					const slope = error * features.values[i]! + SHRINK * weights.table[place]!;
					squares[place]! += slope * slope;
					weights.table[place]! -= (RATE * slope) / Math.sqrt(squares[place]! + 1e-2);
				}
			}
		}
	}
	return weights;
}
