import type { PartSentiment } from '#solver/sentiment/index.ts';
import type { ContactMood, PartMood } from '#lib/contracts/contact.ts';
import type { messages } from '../db/schema/index.ts';
import { countCues, moodOf } from '../live/index.ts';

const partMood = ({ turns, overall, quarters, shift, progressive }: PartSentiment): PartMood => ({
	turns,
	overall,
	quarters,
	shift,
	progressive: progressive.map(({ atMs, score }) => ({ at: atMs, mood: score }))
});

/** A contact's sentiment from its stored words: the numbers that are stored with it, and the course they took. */
export function contactMood(rows: readonly (typeof messages.$inferSelect)[]): ContactMood {
	const { customer, withBot, withPerson } = moodOf(
		rows,
		rows.map(({ score }) => score)
	);
	return {
		customer: partMood(customer),
		withBot: partMood(withBot),
		withPerson: partMood(withPerson),
		cues: countCues(rows)
	};
}
