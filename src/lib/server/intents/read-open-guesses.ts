import type { Context } from '../context.ts';
import type { ToldByWords } from './tell-intent.ts';

/** What was told from the words of these contacts. For domains. */
export async function readOpenGuesses(
	{ db }: Context,
	contactIds: Iterable<string>
): Promise<Map<string, ToldByWords>> {
	const { rows } = await db.client.execute({
		sql: `SELECT contact_id, intent, probability, language FROM contact_intents
			WHERE contact_id IN (SELECT value FROM json_each(?))`,
		args: [JSON.stringify([...contactIds])]
	});
	return new Map(
		rows.map(({ contact_id, intent, probability, language }) => [
			String(contact_id),
			{ intent, probability: Number(probability), language } as ToldByWords
		])
	);
}
