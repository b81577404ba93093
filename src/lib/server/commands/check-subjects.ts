import { eq, inArray } from 'drizzle-orm';
import { InvalidInputError } from '../access/index.ts';
import type { Context } from '../context.ts';
import { agents, agentSkills, contacts, queues } from '../db/schema/index.ts';
import type { ParsedCommand } from './command-input.ts';

const ACTION = 'Asking for an action';

/** Refuses a command about somebody or something that there is not, or that cannot be: the reason in words. */
export async function checkSubjects(
	{ db: { orm } }: Context,
	{ kind, payload }: ParsedCommand
): Promise<void> {
	const named: { agent?: string; queue?: string; contact?: string } = payload;
	const missing = (what: string, id: string) =>
		new InvalidInputError(`${ACTION}: there is no ${what} "${id}".`);
	const { agent, queue, contact } = named;
	if (agent !== undefined && (await orm.select().from(agents).where(eq(agents.id, agent))).length === 0)
		throw missing('agent', agent);
	if (queue !== undefined && (await orm.select().from(queues).where(eq(queues.id, queue))).length === 0)
		throw missing('queue', queue);
	if (
		contact !== undefined &&
		(await orm.select().from(contacts).where(eq(contacts.id, contact))).length === 0
	)
		throw missing('contact', contact);
	if (kind !== 'agent.queues' || payload.queues.length === 0) return;

	const found = await orm.select().from(queues).where(inArray(queues.id, payload.queues));
	const held = await orm.select().from(agentSkills).where(eq(agentSkills.agentId, payload.agent));
	for (const id of payload.queues) {
		const wanted = found.find((row) => row.id === id);
		if (!wanted) throw missing('queue', id);
		if (wanted.skillId !== null && !held.some(({ skillId }) => skillId === wanted.skillId))
			throw new InvalidInputError(
				`${ACTION}: agent "${payload.agent}" lacks the skill "${wanted.skillId}" that queue "${id}" asks for.`
			);
	}
}
