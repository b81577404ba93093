import { hashPassword } from 'better-auth/crypto';
import { and, eq, ne, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { accounts, sessions, signInTokens, type users } from '../db/schema/index.ts';
import { passwordField } from './fields.ts';
import { ownUser } from './own-user.ts';
import { parseInput } from './parse-input.ts';
import { refuseCommonPassword } from './password-problem.ts';
import { tellSessionEnds } from './session-ends.ts';
import { verifyOwnPassword } from './verify-own-password.ts';

const Change = z.object({ current: z.string(), password: passwordField });

/** Gives the actor's own account another password; its other sessions end. */
export async function changePassword(
	ctx: Context,
	actor: Actor,
	input: z.input<typeof Change>,
	{ sessionId }: { sessionId: string | null }
): Promise<{ status: 'changed' | 'wrong-password' }> {
	const user = await ownUser(ctx, actor);
	const { current, password } = parseInput('Changing a password', Change, input);
	refuseCommonPassword('Changing a password', password, user);
	if (!(await verifyOwnPassword(ctx, user.id, current))) return { status: 'wrong-password' };
	await writePassword(ctx, actor, user, password, {
		action: 'user.change-password',
		ends: sessionId === null ? undefined : ne(sessions.id, sessionId)
	});
	return { status: 'changed' };
}

/** Stores a password and ends sessions, all where `ends` does not say which. False for an account that has none. */
export async function writePassword(
	ctx: Context,
	actor: Pick<Actor, 'id'>,
	{ id }: Pick<typeof users.$inferSelect, 'id'>,
	password: string,
	{ action, ends }: { action: string; ends?: SQL }
): Promise<boolean> {
	const { orm } = ctx.db;
	const [changed, , ended] = await orm.batch([
		orm
			.update(accounts)
			.set({ password: await hashPassword(password), updatedAt: new Date(ctx.now()) })
			.where(and(eq(accounts.userId, id), eq(accounts.providerId, 'credential'))),
		recordAuditIfChanged(ctx, actor, { action, subject: `user:${id}` }),
		orm
			.delete(sessions)
			.where(and(eq(sessions.userId, id), ends))
			.returning({ id: sessions.id }),
		// Nor does what was begun with the old one, or a letter that was asked for before, go on.
		orm.delete(signInTokens).where(eq(signInTokens.userId, id))
	]);
	tellSessionEnds(ended.map((session) => session.id));
	return changed.rowsAffected > 0;
}
