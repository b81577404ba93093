import { LABEL_THRESHOLD, type SentimentLabel } from './label-of-score.ts';
import type { Prediction } from './predict.ts';

/** Ratings of texts that readers call neutral lie around here. */
const NEUTRAL_RATING = 0.3;
const RATING_SPAN = 3;
/** How much likelier than the others neutral must be; chosen by cross-validation on the training texts. */
const NEUTRAL_LEAD = 0.02;
const NEUTRAL_SPREAD = 0.1;
const NEUTRAL_LIMIT = LABEL_THRESHOLD - 0.001;

/** Irony markers are too rare in the training texts to be learned from: these are set by hand. */
const IRONY_RATING = 1.2;
const IRONY_SHARE = 0.3;

/** A prediction for a turn in which praise is marked as meant the other way round. */
export const turnByIrony = (prediction: Prediction): Prediction => ({
	rating: prediction.rating - IRONY_RATING,
	negative: prediction.negative + IRONY_SHARE,
	neutral: prediction.neutral,
	positive: prediction.positive - IRONY_SHARE
});

/**
 * One score in [−1, 1] from a prediction: the label is the likeliest class, the strength is the rating's, held
 * inside the label's range.
 */
export function scoreOfPrediction({ rating, negative, neutral, positive }: Prediction): {
	score: number;
	label: SentimentLabel;
} {
	const strength = Math.max(-1, Math.min(1, (rating - NEUTRAL_RATING) / RATING_SPAN));
	if (neutral - NEUTRAL_LEAD > Math.max(negative, positive))
		return { score: NEUTRAL_LIMIT * Math.tanh(strength / NEUTRAL_SPREAD), label: 'neutral' };
	return negative > positive
		? { score: Math.min(-LABEL_THRESHOLD, strength), label: 'negative' }
		: { score: Math.max(LABEL_THRESHOLD, strength), label: 'positive' };
}
