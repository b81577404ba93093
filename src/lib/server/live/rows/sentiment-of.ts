import type { Sentiment } from '#lib/contracts/live.ts';
import type { LiveContact } from '../live-parts.ts';

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

/** Moods of contacts, added up. */
export interface MoodSum {
	sum: number;
	negative: number;
	count: number;
}

export const noMood = (): MoodSum => ({ sum: 0, negative: 0, count: 0 });

export function addMood(total: MoodSum, mood: number): void {
	total.sum += mood;
	total.count++;
	if (mood <= NEGATIVE_AT) total.negative++;
}

/** Mean over contacts, with the share of negative ones and the count behind it. */
export const sentimentOf = ({ sum, negative, count }: MoodSum): Sentiment | null =>
	count === 0 ? null : { mean: sum / count, negativeShare: negative / count, count };
