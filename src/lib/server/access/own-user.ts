import { eq } from 'drizzle-orm';
import type { Actor, Context } from '../context.ts';
import { users } from '../db/schema/index.ts';
import { ForbiddenError } from './forbidden-error.ts';

/** The account of the person who acts. @throws ForbiddenError for keys, kiosks and the system, which have none */
export async function ownUser(
	{ db }: Context,
	actor: Pick<Actor, 'id'> | null
): Promise<typeof users.$inferSelect> {
	const id = actor?.id.startsWith('user:') ? actor.id.slice('user:'.length) : null;
	const [user] = id === null ? [] : await db.orm.select().from(users).where(eq(users.id, id));
	if (!user) throw new ForbiddenError('users.manage');
	return user;
}
