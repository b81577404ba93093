import type { AgentRow, StateCounts } from '#lib/contracts/live.ts';
import { AGENT_STATES } from '#lib/contracts/terms.ts';

export type AgentGroup = { id: string; agents: AgentRow[]; counts: StateCounts };

/** Those who matter now first; nobody knows where the unknown ones are. */
const ORDER = [...AGENT_STATES, 'unknown'] as const;
const { compare } = new Intl.Collator();
const isAway = (row: AgentRow) => Number(row.state === 'offline' || row.state === null);

/**
 * Agents by team (by name, those without last) or by state. In a team by name, who is away last: nobody moves from
 * under the pointer because a call has ended. In a state the longest in it first.
 */
export function agentGroups(agents: readonly AgentRow[], by: 'team' | 'state'): AgentGroup[] {
	const groups = new Map<string, AgentGroup>();
	for (const row of agents) {
		const id = by === 'team' ? (row.team ?? '') : (row.state ?? 'unknown');
		let group = groups.get(id);
		if (!group) groups.set(id, (group = { id, agents: [], counts: {} }));
		group.agents.push(row);
		group.counts[row.state ?? 'unknown'] = (group.counts[row.state ?? 'unknown'] ?? 0) + 1;
	}
	const inTeam = (a: AgentRow, b: AgentRow) => isAway(a) - isAway(b) || compare(a.name, b.name);
	const inState = (a: AgentRow, b: AgentRow) =>
		(a.since ?? Infinity) - (b.since ?? Infinity) || compare(a.name, b.name);
	for (const group of groups.values()) group.agents.sort(by === 'team' ? inTeam : inState);
	return [...groups.values()].sort((a, b) =>
		by === 'team'
			? Number(a.id === '') - Number(b.id === '') || compare(a.id, b.id)
			: ORDER.indexOf(a.id as (typeof ORDER)[number]) - ORDER.indexOf(b.id as (typeof ORDER)[number])
	);
}
