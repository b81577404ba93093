import { eq } from 'drizzle-orm';
import type { CommandBefore } from '#lib/contracts/commands.ts';
import type { AgentState } from '#lib/contracts/terms.ts';
import type { Context } from '../context.ts';
import { agentSkills, queues } from '../db/schema/index.ts';
import type { ParsedCommand } from './command-input.ts';
import { queuePriority, readStanding } from './read-standing.ts';

/** States that only contacts bring about: who was in one is available to the next contact afterwards. */
const IN_WORK: readonly AgentState[] = ['offered', 'handling', 'wrap'];

/** How it is before a command is carried out, so that its opposite can be asked for; null where there is none. */
export async function commandBefore(
	ctx: Context,
	{ kind, payload }: ParsedCommand,
	stateOf: (agent: string) => AgentState | null
): Promise<CommandBefore | null> {
	if (kind === 'agent.state') {
		const state = stateOf(payload.agent);
		return state === null ? null : { state: IN_WORK.includes(state) ? 'available' : state };
	}
	if (kind === 'queue.priority') return { priority: await queuePriority(ctx, payload.queue) };
	if (kind !== 'agent.queues') return null;
	const { queuesOf } = await readStanding(ctx);
	return { queues: queuesOf[payload.agent] ?? (await queuesBySkill(ctx, payload.agent)) };
}

async function queuesBySkill({ db: { orm } }: Context, agent: string): Promise<string[]> {
	const rows = await orm
		.select({ id: queues.id })
		.from(queues)
		.innerJoin(agentSkills, eq(agentSkills.skillId, queues.skillId))
		.where(eq(agentSkills.agentId, agent));
	return rows.map(({ id }) => id);
}
