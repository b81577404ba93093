import type { StateSpan } from '#solver/adherence/index.ts';
import type { Context } from '../context.ts';

/**
 * What agents' states were within a span, by agent and in order of time; the one that stood at its beginning included.
 * A state that lasts is known until `knownUntilMs`.
 */
export async function readStates(
	{ db }: Context,
	{ fromMs, toMs, knownUntilMs }: { fromMs: number; toMs: number; knownUntilMs: number },
	agentIds: readonly string[]
): Promise<Map<string, StateSpan[]>> {
	if (agentIds.length === 0) return new Map();
	// An agent at a time by the index, whatever the log's length.
	const { rows } = await db.client.execute({
		sql: `SELECT s.agent_id, s.state, s.from_at, s.to_at
			FROM json_each(?3) a JOIN agent_states s ON s.agent_id = a.value
				AND s.from_at >= coalesce((SELECT max(b.from_at) FROM agent_states b WHERE b.agent_id = a.value AND b.from_at <= ?1), ?1)
				AND s.from_at < ?2
			ORDER BY s.agent_id, s.from_at, s.id`,
		args: [fromMs, toMs, JSON.stringify(agentIds)]
	});
	const spans = rows.map((row) => ({
		agentId: String(row.agent_id),
		state: String(row.state),
		fromMs: Number(row.from_at),
		toMs: row.to_at === null ? knownUntilMs : Math.min(Number(row.to_at), knownUntilMs)
	}));
	const byAgent = new Map<string, StateSpan[]>();
	for (const { agentId, ...span } of spans) {
		const own = byAgent.get(agentId) ?? [];
		own.push(span);
		byAgent.set(agentId, own);
	}
	return byAgent;
}
