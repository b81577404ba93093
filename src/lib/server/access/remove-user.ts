import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { sessions, users } from '../db/schema/index.ts';
import { notTheLastAdmin } from './not-the-last-admin.ts';
import { parseInput } from './parse-input.ts';
import { requireRight } from './require-right.ts';
import { tellSessionEnds } from './session-ends.ts';

const removal = z.object({ userId: z.string().min(1) });

/** Removes a user with their sessions and open pages; the last administrator stays. */
export async function removeUser(
	ctx: Context,
	actor: Actor,
	input: z.input<typeof removal>
): Promise<{ status: 'removed' | 'unknown-user' | 'last-admin' }> {
	requireRight(actor, 'users.manage');
	const { userId } = parseInput('Removing a user', removal, input);
	const { orm } = ctx.db;
	const [before] = await orm
		.select({ email: users.email, name: users.name, role: users.role })
		.from(users)
		.where(eq(users.id, userId));
	if (!before) return { status: 'unknown-user' };
	const open = await orm.select({ id: sessions.id }).from(sessions).where(eq(sessions.userId, userId));
	const [removed] = await orm.batch([
		orm.delete(users).where(and(eq(users.id, userId), notTheLastAdmin)),
		recordAuditIfChanged(ctx, actor, { action: 'user.remove', subject: `user:${userId}`, before })
	]);
	if (removed.rowsAffected === 0) return { status: 'last-admin' };
	tellSessionEnds(open.map(({ id }) => id));
	return { status: 'removed' };
}
