import { eq } from 'drizzle-orm';
import type { HandoffCard } from '#lib/contracts/handoff.ts';
import type { Context } from '../context.ts';
import { contactIntents } from '../db/schema/index.ts';

export interface ToldContact {
	intent: HandoffCard['intent'];
	language: string | null;
}

/** What a contact is about and in which language: as its source says, else as its words tell. */
export async function toldContact(
	{ db }: Context,
	fold: { id: string; intent: string | null; language: string | null }
): Promise<ToldContact> {
	const { intent, language } = fold;
	const said = { name: intent, from: 'source' as const, probability: null };
	if (intent !== null && language !== null) return { intent: said, language };
	const [words] = await db.orm.select().from(contactIntents).where(eq(contactIntents.contactId, fold.id));
	return {
		intent:
			intent !== null
				? said
				: words && words.intent !== null
					? { name: words.intent, from: 'words', probability: words.probability }
					: { name: null, from: null, probability: null },
		language: language ?? words?.language ?? null
	};
}
