import type { AgentRecord } from '../agents/index.ts';

/** People who can take the same queues. */
export interface StaffingGroup {
	id: string;
	/** In order of preference: where they are most at home first. */
	queueIds: string[];
	headcount: number;
}

/** With the people themselves. */
export interface PeopledGroup extends StaffingGroup {
	agentIds: string[];
}

interface GroupedQueue {
	id: string;
	/** Null: anybody can take it. */
	skillId: string | null;
	priority: number;
}

/**
 * The agents by the queues that they can take. A group prefers the queues in which its people are most proficient,
 * and among those the ones of higher priority.
 */
export function skillGroups(
	agents: readonly Pick<AgentRecord, 'id' | 'skills'>[],
	queues: readonly GroupedQueue[]
): PeopledGroup[] {
	const groups = new Map<string, { queues: Map<string, number>; agentIds: string[] }>();
	for (const { id: agentId, skills } of agents) {
		const known = new Map(skills.map(({ skillId, proficiency }) => [skillId, proficiency]));
		const takes = queues
			.map((queue) => ({ id: queue.id, at: queue.skillId === null ? 1 : (known.get(queue.skillId) ?? 0) }))
			.filter(({ at }) => at > 0);
		if (takes.length === 0) continue;
		const id = takes
			.map((one) => one.id)
			.sort()
			.join('+');
		const group = groups.get(id) ?? { queues: new Map<string, number>(), agentIds: [] };
		for (const one of takes) group.queues.set(one.id, (group.queues.get(one.id) ?? 0) + one.at);
		group.agentIds.push(agentId);
		groups.set(id, group);
	}
	const priority = new Map(queues.map((queue) => [queue.id, queue.priority]));
	return [...groups]
		.map(([id, { queues: at, agentIds }]) => ({
			id,
			queueIds: [...at]
				.sort(([a, x], [b, y]) => y - x || priority.get(b)! - priority.get(a)! || a.localeCompare(b))
				.map(([queueId]) => queueId),
			headcount: agentIds.length,
			agentIds
		}))
		.sort((a, b) => b.headcount - a.headcount || a.id.localeCompare(b.id));
}
