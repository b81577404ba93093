import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { contactIntents } from '../db/schema/index.ts';

/** What was told from the words of a contact whose source does not say; null when nothing was. For domains. */
export async function readGuess(
	{ db }: Context,
	contactId: string
): Promise<{ intent: string | null; probability: number; language: string | null } | null> {
	const { intent, probability, language } = contactIntents;
	const [row] = await db.orm
		.select({ intent, probability, language })
		.from(contactIntents)
		.where(eq(contactIntents.contactId, contactId));
	return row ?? null;
}
