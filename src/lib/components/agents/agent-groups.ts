import type { AgentRow, StateCounts } from '#lib/contracts/live.ts';
import { AGENT_STATES } from '#lib/contracts/terms.ts';

export type AgentGroup = { id: string; agents: AgentRow[]; counts: StateCounts };

/** Those who matter now first; nobody knows where the unknown ones are. */
const ORDER = [...AGENT_STATES, 'unknown'] as const;
const place = (row: AgentRow) => ORDER.indexOf(row.state ?? 'unknown');

/** Agents by team (by name, those without last) or by state; inside by state, then the longest in it first. */
export function agentGroups(agents: readonly AgentRow[], by: 'team' | 'state'): AgentGroup[] {
	const groups = new Map<string, AgentGroup>();
	for (const row of agents) {
		const id = by === 'team' ? (row.team ?? '') : (row.state ?? 'unknown');
		let group = groups.get(id);
		if (!group) groups.set(id, (group = { id, agents: [], counts: {} }));
		group.agents.push(row);
		group.counts[row.state ?? 'unknown'] = (group.counts[row.state ?? 'unknown'] ?? 0) + 1;
	}
	for (const group of groups.values())
		group.agents.sort(
			(a, b) =>
				place(a) - place(b) || (a.since ?? Infinity) - (b.since ?? Infinity) || a.name.localeCompare(b.name)
		);
	return [...groups.values()].sort((a, b) =>
		by === 'team'
			? Number(a.id === '') - Number(b.id === '') || a.id.localeCompare(b.id)
			: ORDER.indexOf(a.id as (typeof ORDER)[number]) - ORDER.indexOf(b.id as (typeof ORDER)[number])
	);
}
