import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor, Context } from '../context.ts';
import { users } from '../db/schema/index.ts';
import { writePassword } from './change-password.ts';
import { passwordField } from './fields.ts';
import { parseInput } from './parse-input.ts';
import { refuseCommonPassword } from './password-problem.ts';
import { requireRight } from './require-right.ts';

const reset = z.object({ userId: z.string().min(1), password: passwordField });

/** Sets a new password and signs the user out everywhere. */
export async function resetPassword(
	ctx: Context,
	actor: Actor,
	input: z.input<typeof reset>
): Promise<{ status: 'reset' } | { status: 'unknown-user' }> {
	requireRight(actor, 'users.manage');
	const { userId, password } = parseInput('Resetting a password', reset, input);
	const [user] = await ctx.db.orm.select().from(users).where(eq(users.id, userId));
	if (!user) return { status: 'unknown-user' };
	refuseCommonPassword('Resetting a password', password, user);
	const isChanged = await writePassword(ctx, actor, user, password, { action: 'user.reset-password' });
	return { status: isChanged ? 'reset' : 'unknown-user' };
}
