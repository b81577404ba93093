import { verifyPassword } from 'better-auth/crypto';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { accounts, secondFactors, users } from '../db/schema/index.ts';
import { emailField } from './fields.ts';
import { makeToken } from './one-time-token.ts';
import { openSession, type From, type OpenedSession } from './open-session.ts';
import { signInLimits } from './sign-in-limits.ts';
import { countFailure, forgetFailures, lockedSeconds } from './sign-in-lock.ts';

export type SignInResult =
	| OpenedSession
	/** The password was right: a code is wanted now, with this token. */
	| { status: 'second-factor'; token: string }
	/** Wrong password or no such account: nobody is told which. */
	| { status: 'refused' }
	| { status: 'too-many'; retryAfterSeconds: number };

const credentials = z.object({ email: emailField, password: z.string().min(1).max(1000) });
/** How long somebody may look for their telephone. */
const SECOND_FACTOR_SECONDS = 300;

/**
 * Whose hash stands in for that of an account that does not exist: scrypt, made as those of accounts are, of a password
 * that nobody has. To refuse an unknown address takes as long as to refuse a wrong password.
 */
const NOBODYS_HASH = `${'5'.repeat(32)}:${'a'.repeat(128)}`;

export async function signIn(
	ctx: Context,
	input: { email: string; password: string },
	from: From
): Promise<SignInResult> {
	const { address } = from;
	const { byAccount, byAddress } = signInLimits(ctx);
	const asked = input.email.trim().toLowerCase().slice(0, 254);
	const accountKey = JSON.stringify([address, asked]);
	const wait = Math.max(
		byAccount.waitSeconds(accountKey),
		byAddress.waitSeconds(address),
		await lockedSeconds(ctx, asked, address)
	);
	if (wait > 0) return { status: 'too-many', retryAfterSeconds: wait };
	byAccount.take(accountKey);
	byAddress.take(address);

	const parsed = credentials.safeParse(input);
	if (!parsed.success) return { status: 'refused' };
	const user = await userWithPassword(ctx, parsed.data);
	if (!user) {
		await countFailure(ctx, asked, address);
		return { status: 'refused' };
	}
	byAccount.giveBack(accountKey);
	byAddress.giveBack(address);
	const [factor] = await ctx.db.orm.select().from(secondFactors).where(eq(secondFactors.userId, user.id));
	if (factor && factor.confirmedAt !== null)
		return {
			status: 'second-factor',
			token: await makeToken(ctx, 'second-factor', { userId: user.id, seconds: SECOND_FACTOR_SECONDS })
		};
	await forgetFailures(ctx, asked);
	return openSession(ctx, user, from, 'password');
}

async function userWithPassword({ db }: Context, { email, password }: z.output<typeof credentials>) {
	const [found] = await db.orm
		.select({ user: users, hash: accounts.password })
		.from(users)
		.leftJoin(accounts, and(eq(accounts.userId, users.id), eq(accounts.providerId, 'credential')))
		.where(eq(users.email, email));
	const isRight = await verifyPassword({ hash: found?.hash ?? NOBODYS_HASH, password });
	return isRight && found?.hash ? found.user : null;
}
