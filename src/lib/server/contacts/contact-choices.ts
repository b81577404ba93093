import type { Period } from '#lib/contracts/conversations.ts';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';

const MOST = 200;

export interface ContactChoices {
	languages: string[];
	intents: string[];
	agents: { id: string; name: string }[];
}

/** What there is to choose from among the contacts of a period. */
export async function contactChoices(
	{ db }: Context,
	actor: Pick<Actor, 'rights'> | null,
	{ fromMs, toMs }: Period
): Promise<ContactChoices> {
	requireRight(actor, 'contacts.view');
	const distinct = (column: string) => ({
		sql: `SELECT DISTINCT coalesce(c.${column}, g.${column}) AS value FROM contacts AS c LEFT JOIN contact_intents AS g ON g.contact_id = c.id
			WHERE c.started_at >= ? AND c.started_at < ? AND value IS NOT NULL ORDER BY 1 LIMIT ${MOST}`,
		args: [fromMs, toMs]
	});
	const [languages, intents, agents] = await db.client.batch(
		[distinct('language'), distinct('intent'), 'SELECT id, name FROM agents ORDER BY name'],
		'read'
	);
	return {
		languages: languages!.rows.map((row) => String(row.value)),
		intents: intents!.rows.map((row) => String(row.value)),
		agents: agents!.rows.map((row) => ({ id: String(row.id), name: String(row.name) }))
	};
}
