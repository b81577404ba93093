import { contactSentiment, type ContactSentiment } from '#solver/sentiment/index.ts';
import type { FoldedMessage } from './fold/contact-fold.ts';

/** A contact's sentiment from its turns and their scores; turns without a score don't count. */
export function moodOf(
	messages: readonly Pick<FoldedMessage, 'at' | 'party' | 'withBot'>[],
	scores: readonly (number | null)[]
): ContactSentiment {
	return contactSentiment(
		messages.flatMap(({ at, party, withBot }, i) => {
			const score = scores[i] ?? null;
			return score === null ? [] : [{ atMs: at, party, score, withBot }];
		})
	);
}
