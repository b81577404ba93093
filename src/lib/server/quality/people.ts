import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { agents, users } from '../db/schema/index.ts';

/** Users whose own data the agent's are. */
export async function usersOfAgent({ db }: Context, agentId: string): Promise<string[]> {
	const rows = await db.orm.select({ id: users.id }).from(users).where(eq(users.agentId, agentId));
	return rows.map(({ id }) => id);
}

/** `user:ID` → ID; nothing for what is no user. */
export const userIdOf = (actorId: string): string[] =>
	actorId.startsWith('user:') ? [actorId.slice('user:'.length)] : [];

/** Names of evaluators by actor id, and of agents by id. */
export async function namesOf({ db }: Context) {
	const [people, staff] = await Promise.all([
		db.orm.select({ id: users.id, name: users.name }).from(users),
		db.orm.select({ id: agents.id, name: agents.name }).from(agents)
	]);
	const evaluators = new Map(people.map(({ id, name }) => [`user:${id}`, name]));
	const byAgent = new Map(staff.map(({ id, name }) => [id, name]));
	return {
		/** Null: the account is gone. */
		evaluator: (actorId: string): string | null => evaluators.get(actorId) ?? null,
		agent: (agentId: string): string => byAgent.get(agentId) ?? agentId
	};
}
