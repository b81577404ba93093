import { isNotNull } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { teams, users } from '../db/schema/index.ts';

/** Names of teams by id, and the agents who have an account. */
export async function namesAround({
	db: { orm }
}: Context): Promise<{ teams: Map<string, string>; withAccount: Set<string> }> {
	const [teamRows, accounts] = await Promise.all([
		orm.select({ id: teams.id, name: teams.name }).from(teams),
		orm.select({ agentId: users.agentId }).from(users).where(isNotNull(users.agentId))
	]);
	return {
		teams: new Map(teamRows.map(({ id, name }) => [id, name])),
		withAccount: new Set(accounts.map(({ agentId }) => agentId!))
	};
}
