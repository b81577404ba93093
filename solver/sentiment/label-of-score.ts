export type SentimentLabel = 'negative' | 'neutral' | 'positive';

/** Scores up to here are negative, and from here on positive (METRICS.md). */
export const LABEL_THRESHOLD = 0.05;

/** The label of a score in [−1, 1]: negative ≤ −0.05 < neutral < 0.05 ≤ positive. */
export function labelOfScore(score: number): SentimentLabel {
	if (score <= -LABEL_THRESHOLD) return 'negative';
	return score < LABEL_THRESHOLD ? 'neutral' : 'positive';
}
