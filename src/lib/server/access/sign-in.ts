import { verifyPassword } from 'better-auth/crypto';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { accounts, users } from '../db/schema/index.ts';
import { emailField } from './fields.ts';
import { factorOf } from './means.ts';
import { makeToken } from './one-time-token.ts';
import { openSession, type From, type OpenedSession } from './open-session.ts';
import { countFailure, forgetFailures } from './sign-in-lock.ts';
import { takeGuess } from './take-guess.ts';

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
	const asked = input.email.trim().toLowerCase().slice(0, 254);
	const guess = await takeGuess(ctx, asked, address);
	if (guess.waitSeconds > 0) return { status: 'too-many', retryAfterSeconds: guess.waitSeconds };

	const parsed = credentials.safeParse(input);
	if (!parsed.success) return { status: 'refused' };
	const user = await userWithPassword(ctx, parsed.data);
	if (!user) {
		await countFailure(ctx, asked, address);
		return { status: 'refused' };
	}
	guess.giveBack();
	if (await factorOf(ctx, user.id))
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
