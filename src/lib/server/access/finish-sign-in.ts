import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { users } from '../db/schema/index.ts';
import { readToken, takeToken } from './one-time-token.ts';
import { openSession, type From, type OpenedSession } from './open-session.ts';
import { checkSecondFactor } from './second-factor.ts';
import { countFailure, forgetFailures } from './sign-in-lock.ts';
import { takeGuess } from './take-guess.ts';

export type FinishResult =
	| OpenedSession
	| { status: 'wrong-code' }
	/** The token is unknown, used or too old: the password is wanted again. */
	| { status: 'expired' }
	| { status: 'too-many'; retryAfterSeconds: number };

/** The second step of a sign-in: a code of the app, or a recovery code. Wrong ones count as wrong passwords do. */
export async function finishSignIn(
	ctx: Context,
	{ token, code }: { token: string; code: string },
	from: From
): Promise<FinishResult> {
	const begun = await readToken(ctx, 'second-factor', token);
	const [user] = begun?.userId ? await ctx.db.orm.select().from(users).where(eq(users.id, begun.userId)) : [];
	if (!user) return { status: 'expired' };
	const guess = await takeGuess(ctx, user.email, from.address);
	if (guess.waitSeconds > 0) return { status: 'too-many', retryAfterSeconds: guess.waitSeconds };
	const how = await checkSecondFactor(ctx, user.id, code);
	if (!how) {
		await countFailure(ctx, user.email, from.address);
		return { status: 'wrong-code' };
	}
	guess.giveBack();
	if (!(await takeToken(ctx, 'second-factor', token))) return { status: 'expired' };
	await forgetFailures(ctx, user.email);
	return openSession(ctx, user, from, how);
}
