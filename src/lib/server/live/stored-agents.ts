import type { Client } from '@libsql/client';
import type { AgentState } from '#lib/contracts/terms.ts';
import type { AgentSpan } from './fold/agent-fold.ts';
import { readJson } from './stored-folds.ts';

type SpanValues = [string, AgentState, string | null, number, number | null];

function byAgent(rows: readonly SpanValues[]): Map<string, AgentSpan[]> {
	const spans = new Map<string, AgentSpan[]>();
	for (const [agent, state, reason, fromAt, toAt] of rows) {
		const list = spans.get(agent);
		const span = { state, reason, fromAt, toAt };
		if (list) list.push(span);
		else spans.set(agent, [span]);
	}
	return spans;
}

/** Every agent's latest event of any kind: from which source, and when. */
export const readAgentSources = (client: Client): Promise<[id: string, source: string, at: number][]> =>
	readJson(
		client,
		`id, source, at)) FROM (SELECT a.id, e.source, e.at FROM agents AS a JOIN event_log AS e
			ON e.seq = (SELECT seq FROM event_log WHERE agent = a.id ORDER BY at DESC, seq DESC LIMIT 1))`,
		[]
	);

/** The last few stored spans of every agent, with all of the earliest one's instant. From the agents to their spans: the other way round goes through all that ever were. */
export async function readLatestSpans(client: Client): Promise<Map<string, AgentSpan[]>> {
	return byAgent(
		await readJson<SpanValues>(
			client,
			`agent_id, state, reason, from_at, to_at)) FROM (SELECT s.* FROM agents AS a CROSS JOIN agent_states AS s ON s.agent_id = a.id
				AND s.from_at >= coalesce((SELECT from_at FROM agent_states WHERE agent_id = a.id ORDER BY from_at DESC LIMIT 1 OFFSET 2), -9e15)
				ORDER BY s.agent_id, s.from_at, s.id LIMIT -1)`,
			[]
		)
	);
}

/** The stored spans of some agents, from the one that was running at an instant on. */
export async function readSpans(
	client: Client,
	agents: readonly string[],
	fromMs: number
): Promise<Map<string, AgentSpan[]>> {
	return byAgent(
		await readJson<SpanValues>(
			client,
			`agent_id, state, reason, from_at, to_at)) FROM (SELECT s.* FROM json_each(?1) AS a JOIN agent_states AS s
				ON s.agent_id = a.value AND s.from_at >= coalesce((SELECT max(from_at) FROM agent_states WHERE agent_id = a.value AND from_at <= ?2), -9e15)
				ORDER BY s.agent_id, s.from_at, s.id LIMIT -1)`,
			[JSON.stringify(agents), fromMs]
		)
	);
}
