import type { Sentiment } from '#lib/contracts/live.ts';
import type { LiveContact } from '../live-state.ts';

/** A turn at or under this is negative, at or over its opposite positive. */
export const NEGATIVE_AT = -0.05;

/** Mean of the customer's turns so far, or null when none could be scored. */
export function contactMood({ scores }: LiveContact): number | null {
	let sum = 0;
	let count = 0;
	for (const score of scores)
		if (score !== null) {
			sum += score;
			count++;
		}
	return count > 0 ? sum / count : null;
}

/** Mean over contacts, with the share of negative ones and the count behind it. */
export function sentimentOf(moods: readonly number[]): Sentiment | null {
	if (moods.length === 0) return null;
	const negative = moods.filter((mood) => mood <= NEGATIVE_AT).length;
	return {
		mean: moods.reduce((sum, mood) => sum + mood, 0) / moods.length,
		negativeShare: negative / moods.length,
		count: moods.length
	};
}
