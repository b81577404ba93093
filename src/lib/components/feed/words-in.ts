import type { FeedWords } from '#lib/contracts/feed.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

/** The catalogue's words in the reader's language. */
export const wordsIn = (words: FeedWords): string => words[getLocale()];
