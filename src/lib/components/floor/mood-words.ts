import type { Sentiment } from '#lib/contracts/live.ts';
import { formatCount, formatPercent, UNKNOWN } from '#lib/format/index.ts';

export const meanWords = ({ mean }: Sentiment): string => formatCount(mean, { digits: 2, signed: true });

/** The share of negative contacts, and how many stand behind the mean. */
export const basisWords = ({ negativeShare, count }: Sentiment): string =>
	`${formatPercent(negativeShare)} · ${formatCount(count)}`;

/** What `SentimentCell` shows. */
export const moodWords = (sentiment: Sentiment | null): string =>
	sentiment ? `${meanWords(sentiment)} ${basisWords(sentiment)}` : UNKNOWN;
