import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { users } from '../db/schema/index.ts';

/** The accounts of an agent: whom to tell of what is about that agent. */
export async function agentUsers({ db }: Context, agentId: string): Promise<string[]> {
	const rows = await db.orm.select({ id: users.id }).from(users).where(eq(users.agentId, agentId));
	return rows.map(({ id }) => id);
}
