import type { Context } from '../context.ts';
import { wholeFrom } from '../ingest/index.ts';

/**
 * Takes each agent's states that ended before a moment, with the events that made them; the state that was going on then
 * stays with its event, so that what is left folds to the same. An agent a step.
 *
 * @returns how many rows went of the agent that had any; 0 when none is left
 */
export async function purgeAgentStates(ctx: Context, beforeMs: number): Promise<number> {
	const { client } = ctx.db;
	const { rows } = await client.execute({
		sql: `SELECT agent_id, max(to_at) AS until, count(*) AS n FROM agent_states WHERE to_at <= ?1
			GROUP BY agent_id LIMIT 1`,
		args: [beforeMs]
	});
	const [row] = rows;
	if (!row) return 0;
	const agent = String(row.agent_id);
	const until = Number(row.until);
	await client.batch(
		[
			{ sql: 'DELETE FROM agent_states WHERE agent_id = ? AND to_at <= ?', args: [agent, until] },
			{
				sql: `DELETE FROM event_log WHERE agent = ? AND type = 'marea.agent.state' AND at < ?`,
				args: [agent, until]
			},
			wholeFrom(beforeMs)
		],
		'write'
	);
	return Number(row.n);
}
