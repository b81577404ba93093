/** What an agent serves: where a confirmed action has put them, else the queues whose skill they have. */
export const assignedQueues = (
	agent: { skills: readonly string[]; assigned: readonly string[] | null },
	skillOfQueue: Record<string, string>
): readonly string[] => agent.assigned ?? servableQueues(agent, skillOfQueue);

/** The queues whose skill the agent has. */
export const servableQueues = (
	{ skills }: { skills: readonly string[] },
	skillOfQueue: Record<string, string>
): string[] =>
	Object.entries(skillOfQueue)
		.filter(([, skill]) => skills.includes(skill))
		.map(([queue]) => queue);
