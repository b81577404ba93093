import { AgentFold } from '../live/index.ts';
import { compareRow, type Difference } from './difference.ts';
import type { Snapshot } from './read-snapshot.ts';

/** Folds every agent's states and holds the stored spans against them. */
export function compareAgents({ statesOfAgent, agentStates, pendingAgents }: Snapshot): Difference[] {
	const rows = Map.groupBy(agentStates, (row) => String(row.agent_id));
	const differences: Difference[] = [];
	for (const id of new Set([...statesOfAgent.keys(), ...rows.keys()])) {
		if (pendingAgents.has(id)) continue;
		const fold = new AgentFold(id);
		for (const event of statesOfAgent.get(id) ?? []) fold.apply(event);
		const spans = fold.spans();
		const stored = rows.get(id) ?? [];
		for (let i = 0; i < Math.max(spans.length, stored.length); i++) {
			const [span, row] = [spans[i], stored[i]];
			const recomputed = span && {
				state: span.state,
				reason: span.reason,
				from_at: span.fromAt,
				to_at: span.toAt
			};
			const at = span?.fromAt ?? Number(row!.from_at);
			differences.push(
				...compareRow(
					'agent_states',
					`${id} at ${new Date(at).toISOString()}`,
					row ?? null,
					recomputed ?? null
				)
			);
		}
	}
	return differences;
}
