import type { Context } from '../context.ts';

/** Accounts by agent: whom there is to tell. */
export async function accountsOf({ db: { client } }: Context): Promise<Map<string, string[]>> {
	const { rows } = await client.execute('SELECT id, agent_id FROM users WHERE agent_id IS NOT NULL');
	const accounts = Map.groupBy(rows, (row) => String(row.agent_id));
	return new Map([...accounts].map(([agentId, users]) => [agentId, users.map(({ id }) => String(id))]));
}

/** Names by agent. */
export async function agentNames({ db: { client } }: Context): Promise<Map<string, string>> {
	const { rows } = await client.execute('SELECT id, name FROM agents');
	return new Map(rows.map(({ id, name }) => [String(id), String(name)]));
}
