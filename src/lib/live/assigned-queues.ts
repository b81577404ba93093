import type { CommandPayloads, CommandRow } from '#lib/contracts/commands.ts';

/** What an agent serves: the latest confirmed word on it, then what stood when the page was loaded, else by skill. */
export function assignedQueues(
	agent: { id: string; skills: readonly string[] },
	skillOfQueue: Record<string, string>,
	standing: Record<string, readonly string[]>,
	commands: readonly CommandRow[]
): readonly string[] {
	// Newest first.
	const latest = commands.find(
		({ kind, state, subject }) =>
			kind === 'agent.queues' && state === 'confirmed' && subject === `agent:${agent.id}`
	);
	if (latest) return (latest.payload as CommandPayloads['agent.queues']).queues;
	return standing[agent.id] ?? servableQueues(agent, skillOfQueue);
}

/** The queues whose skill the agent has. */
export const servableQueues = (
	{ skills }: { skills: readonly string[] },
	skillOfQueue: Record<string, string>
): string[] =>
	Object.entries(skillOfQueue)
		.filter(([, skill]) => skills.includes(skill))
		.map(([queue]) => queue);
