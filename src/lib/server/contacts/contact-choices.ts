import type { Period } from '#lib/contracts/conversations.ts';
import { contactScope, idScope, requireRight, scopeOf } from '../access/index.ts';
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
	actor: Pick<Actor, 'rights' | 'scope'> | null,
	{ fromMs, toMs }: Period
): Promise<ContactChoices> {
	requireRight(actor, 'contacts.view');
	const seen = contactScope(actor);
	const people = idScope('id', scopeOf(actor)?.agents);
	const distinct = (column: string) => ({
		sql: `SELECT DISTINCT coalesce(c.${column}, g.${column}) AS value FROM contacts AS c LEFT JOIN contact_intents AS g ON g.contact_id = c.id
			WHERE c.started_at >= ? AND c.started_at < ? AND value IS NOT NULL AND ${seen.sql} ORDER BY 1 LIMIT ${MOST}`,
		args: [fromMs, toMs, ...seen.args]
	});
	const [languages, intents, agents] = await db.client.batch(
		[
			distinct('language'),
			distinct('intent'),
			{ sql: `SELECT id, name FROM agents WHERE ${people.sql} ORDER BY name`, args: people.args }
		],
		'read'
	);
	return {
		languages: languages!.rows.map((row) => String(row.value)),
		intents: intents!.rows.map((row) => String(row.value)),
		agents: agents!.rows.map((row) => ({ id: String(row.id), name: String(row.name) }))
	};
}
