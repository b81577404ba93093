import type { AgentRow } from '#lib/contracts/live.ts';

export type AgentFilter = { text: string; team: string; state: string; skill: string };

const plain = (text: string) =>
	text
		.normalize('NFD')
		.replace(/\p{Diacritic}/gu, '')
		.toLowerCase();

/** The agents whose name or team holds every typed word and who have the team, state and skill; empty asks nothing. */
export function filterAgents(agents: readonly AgentRow[], filter: AgentFilter): AgentRow[] {
	const words = plain(filter.text).split(/\s+/).filter(Boolean);
	return agents.filter(
		(row) =>
			(filter.team === '' || row.team === filter.team) &&
			(filter.state === '' || (row.state ?? 'unknown') === filter.state) &&
			(filter.skill === '' || row.skills.includes(filter.skill)) &&
			(words.length === 0 || words.every((word) => plain(`${row.name} ${row.team ?? ''}`).includes(word)))
	);
}
