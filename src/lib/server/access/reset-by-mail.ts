import { and, eq, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/index.ts';
import type { Context } from '../context.ts';
import type { Database } from '../db/open-database.ts';
import { accounts, signInTokens, users } from '../db/schema/index.ts';
import { writePassword } from './change-password.ts';
import { emailField, passwordField } from './fields.ts';
import { makeToken, readToken, takeToken } from './one-time-token.ts';
import { parseInput } from './parse-input.ts';
import { refuseCommonPassword } from './password-problem.ts';
import { createTokenBuckets, type TokenBuckets } from './token-buckets.ts';

const LINK_SECONDS = 3_600;

export interface ResetLetter {
	to: string;
	name: string;
	/** To be put into the centre's own address. */
	token: string;
	validMinutes: number;
}

interface Limits {
	byAccount: TokenBuckets;
	byAddress: TokenBuckets;
}
const limits = new WeakMap<Database, Limits>();

function limitsOf({ db, now }: Context): Limits {
	let known = limits.get(db);
	if (!known) {
		known = {
			byAccount: createTokenBuckets({ capacity: 3, refillSeconds: 1_200, now }),
			byAddress: createTokenBuckets({ capacity: 10, refillSeconds: 300, now })
		};
		limits.set(db, known);
	}
	return known;
}

/**
 * Asks for a letter with a link to choose a new password. The answer is the same whether or not there is such an account
 * and comes before anything is looked up: `sent` resolves when the rest is done, and is not to be waited for.
 *
 * @param post sends the letter; a failure is the sender's to log
 */
export function requestReset(
	ctx: Context,
	input: { email: string },
	{ address }: { address: string },
	post: (letter: ResetLetter) => Promise<unknown>
): { status: 'asked'; sent: Promise<void> } | { status: 'too-many'; retryAfterSeconds: number } {
	const { byAccount, byAddress } = limitsOf(ctx);
	const asked = input.email.trim().toLowerCase().slice(0, 254);
	const wait = Math.max(byAccount.waitSeconds(asked), byAddress.waitSeconds(address));
	if (wait > 0) return { status: 'too-many', retryAfterSeconds: wait };
	byAccount.take(asked);
	byAddress.take(address);
	const sent = new Promise((done) => setImmediate(done)).then(() => sendLetter(ctx, asked, post));
	return { status: 'asked', sent };
}

async function sendLetter(
	ctx: Context,
	asked: string,
	post: (letter: ResetLetter) => Promise<unknown>
): Promise<void> {
	const email = emailField.safeParse(asked);
	if (!email.success) return;
	const { orm } = ctx.db;
	const [found] = await orm
		.select({ user: users })
		.from(users)
		.innerJoin(accounts, and(eq(accounts.userId, users.id), eq(accounts.providerId, 'credential')))
		.where(and(eq(users.email, email.data), isNotNull(accounts.password)));
	if (!found) return;
	const { user } = found;
	// A newer link ends the older ones.
	await orm.delete(signInTokens).where(and(eq(signInTokens.userId, user.id), eq(signInTokens.kind, 'reset')));
	const token = await makeToken(ctx, 'reset', { userId: user.id, seconds: LINK_SECONDS });
	await recordAudit(ctx, { id: `user:${user.id}` }, { action: 'user.ask-reset', subject: `user:${user.id}` });
	await post({ to: user.email, name: user.name, token, validMinutes: LINK_SECONDS / 60 });
}

/** Whether a link still works: its page says so before a password is typed. */
export async function isResetLink(ctx: Context, token: string): Promise<boolean> {
	return (await readToken(ctx, 'reset', token)) !== null;
}

const Choice = z.object({ token: z.string().min(1).max(200), password: passwordField });

/** Chooses a new password by a link, which is used up by it; every session ends. A second factor stays. */
export async function completeReset(
	ctx: Context,
	input: z.input<typeof Choice>
): Promise<{ status: 'reset' | 'expired' }> {
	const { token, password } = parseInput('Choosing a password', Choice, input);
	const known = await readToken(ctx, 'reset', token);
	const [user] = known?.userId ? await ctx.db.orm.select().from(users).where(eq(users.id, known.userId)) : [];
	if (!user) return { status: 'expired' };
	refuseCommonPassword('Choosing a password', password, user);
	if (!(await takeToken(ctx, 'reset', token))) return { status: 'expired' };
	await writePassword(ctx, { id: `user:${user.id}` }, user, password, { action: 'user.reset-by-mail' });
	return { status: 'reset' };
}
