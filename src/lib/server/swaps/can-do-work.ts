import type { AgentRecord } from '../agents/index.ts';

const NONE: ReadonlySet<string> = new Set();

/** Whether one can do all the work of another, as far as queues ask for it. */
export type CanDoWork = (agentId: string, ofId: string) => boolean;

export function canDoWork(
	agents: readonly AgentRecord[],
	queues: readonly { skillId: string | null }[]
): CanDoWork {
	const used = new Set(queues.map(({ skillId }) => skillId));
	const skillsOf = new Map(
		agents.map(({ id, skills }) => [
			id,
			new Set(
				skills.flatMap(({ skillId, proficiency }) => (proficiency > 0 && used.has(skillId) ? skillId : []))
			)
		])
	);
	return (agentId, ofId) =>
		[...(skillsOf.get(ofId) ?? NONE)].every((skill) => (skillsOf.get(agentId) ?? NONE).has(skill));
}
