import { findCues } from '#solver/conversations/index.ts';
import { scoreTurn } from '#solver/sentiment/index.ts';
import type { ContactMessage } from '#lib/contracts/contact.ts';
import type { messages } from '../db/schema/index.ts';

/** A message as it is read: with the words that made its score and the cues in it, where they are the customer's. */
export function readTurn({
	at,
	party,
	text,
	language,
	score,
	withBot
}: typeof messages.$inferSelect): ContactMessage {
	const isCustomer = party === 'customer';
	return {
		at,
		party,
		text,
		language,
		score,
		withBot,
		words:
			isCustomer && score !== null
				? scoreTurn(text).words.map(({ start, end, weight }) => ({ start, end, weight }))
				: [],
		cues: isCustomer ? findCues(text).map(({ kind, start, end }) => ({ kind, start, end })) : []
	};
}
