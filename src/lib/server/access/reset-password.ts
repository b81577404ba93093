import { hashPassword } from 'better-auth/crypto';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { accounts, sessions } from '../db/schema/index.ts';
import { passwordField } from './fields.ts';
import { parseInput } from './parse-input.ts';
import { requireRight } from './require-right.ts';

const reset = z.object({ userId: z.string().min(1), password: passwordField });

/** Gives a user a new password and ends all of their sessions. */
export async function resetPassword(
	ctx: Context,
	actor: Actor,
	input: z.input<typeof reset>
): Promise<{ status: 'reset' } | { status: 'unknown-user' }> {
	requireRight(actor, 'users.manage');
	const { userId, password } = parseInput('Resetting a password', reset, input);
	const { orm } = ctx.db;
	const [changed] = await orm.batch([
		orm
			.update(accounts)
			.set({ password: await hashPassword(password), updatedAt: new Date(ctx.now()) })
			.where(and(eq(accounts.userId, userId), eq(accounts.providerId, 'credential'))),
		recordAuditIfChanged(ctx, actor, { action: 'user.reset-password', subject: `user:${userId}` }),
		orm.delete(sessions).where(eq(sessions.userId, userId))
	]);
	return { status: changed.rowsAffected > 0 ? 'reset' : 'unknown-user' };
}
