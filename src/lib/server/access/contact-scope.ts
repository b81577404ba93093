import type { InValue } from '@libsql/client';
import type { Actor, Context } from '../context.ts';
import { scopeOf } from './sees.ts';

const IN = 'IN (SELECT value FROM json_each(?))';
const json = (ids: ReadonlySet<string>): string => JSON.stringify([...ids]);

/** seesContact() as a condition on `contacts AS c`, with its arguments in order; of the whole centre: always true. */
export function contactScope(actor: Pick<Actor, 'scope'> | null): { sql: string; args: InValue[] } {
	const scope = scopeOf(actor);
	if (!scope) return { sql: 'true', args: [] };
	const [led, seen, people] = [json(scope.ledQueues), json(scope.queues), json(scope.ledAgents)];
	return {
		sql: `(c.queue_id ${IN} OR c.bot_queue ${IN} OR c.agent_id ${IN}
			OR EXISTS (SELECT 1 FROM visits AS sv WHERE sv.contact_id = c.id AND (sv.queue_id ${IN} OR sv.agent_id ${IN}))
			OR (c.agent_id IS NULL AND NOT EXISTS (SELECT 1 FROM visits AS sv WHERE sv.contact_id = c.id AND sv.agent_id IS NOT NULL)
				AND (c.queue_id ${IN} OR c.bot_queue ${IN} OR EXISTS (SELECT 1 FROM visits AS sv WHERE sv.contact_id = c.id AND sv.queue_id ${IN}))))`,
		args: [led, led, people, led, people, seen, seen, seen]
	};
}

/** `column IN` a set of ids that is seen, with its argument; of the whole centre (null): always true. */
export function idScope(
	column: string,
	ids: ReadonlySet<string> | undefined
): { sql: string; args: InValue[] } {
	return ids ? { sql: `${column} ${IN}`, args: [json(ids)] } : { sql: 'true', args: [] };
}

/** Those of the contacts that the actor sees. */
export async function seenContacts(
	{ db }: Context,
	actor: Pick<Actor, 'scope'> | null,
	ids: readonly string[]
): Promise<Set<string>> {
	if (!scopeOf(actor)) return new Set(ids);
	const { sql, args } = contactScope(actor);
	const { rows } = await db.client.execute({
		sql: `SELECT c.id FROM contacts AS c WHERE c.id ${IN} AND ${sql}`,
		args: [JSON.stringify(ids), ...args]
	});
	return new Set(rows.map((row) => String(row.id)));
}
