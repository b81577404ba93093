import type { AgentRow } from '#lib/contracts/live.ts';

/** Who could take a contact soonest, first. */
const RANK = ['available', 'wrap', 'offered', 'meeting', 'training', 'break', 'lunch'] as const;

/** Agents with the skill who do not handle this queue's contacts now and are not offline, soonest to be free first. */
export function helpersOf(
	agents: readonly AgentRow[],
	queueId: string,
	skill: string | undefined
): AgentRow[] {
	if (!skill) return [];
	const rank = (row: AgentRow) => {
		const place = RANK.indexOf(row.state as (typeof RANK)[number]);
		// Handling something else: after wrap-up, before those who are not at their desk.
		return place === -1 ? 2.5 : place;
	};
	return agents
		.filter((row) => row.state !== null && row.state !== 'offline' && row.skills.includes(skill))
		.filter((row) => !row.contacts.some((contact) => contact.queue === queueId))
		.sort((a, b) => rank(a) - rank(b) || (a.since ?? Infinity) - (b.since ?? Infinity));
}
