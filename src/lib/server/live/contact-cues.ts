import { findCues, type Cue } from '#solver/conversations/index.ts';
import type { FoldedMessage } from './fold/contact-fold.ts';

type Words = Pick<FoldedMessage, 'party' | 'text'>;

// A message never changes once it is folded; a contact folded anew has new ones.
const known = new WeakMap<Words, Cue[]>();

/** What a customer's words give away besides their mood; nothing for the words of others. */
export function cuesOf(message: Words): readonly Cue[] {
	if (message.party !== 'customer') return [];
	let cues = known.get(message);
	if (!cues) known.set(message, (cues = findCues(message.text)));
	return cues;
}

/** In how many of the customer's turns each kind of cue is heard. */
export function countCues(messages: readonly Words[]): Partial<Record<Cue['kind'], number>> {
	const counts: Partial<Record<Cue['kind'], number>> = {};
	for (const message of messages)
		for (const kind of new Set(cuesOf(message).map((cue) => cue.kind)))
			counts[kind] = (counts[kind] ?? 0) + 1;
	return counts;
}
