import { verifyPassword } from 'better-auth/crypto';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { accounts } from '../db/schema/index.ts';
import { createTokenBuckets, type TokenBuckets } from './token-buckets.ts';
import type { Database } from '../db/open-database.ts';

const limits = new WeakMap<Database, TokenBuckets>();

/** Whether it is the account's password. A session that somebody left open does not let them guess it: false after five wrong ones. */
export async function verifyOwnPassword(ctx: Context, userId: string, password: string): Promise<boolean> {
	let limit = limits.get(ctx.db);
	if (!limit)
		limits.set(ctx.db, (limit = createTokenBuckets({ capacity: 5, refillSeconds: 60, now: ctx.now })));
	if (limit.waitSeconds(userId) > 0) return false;
	limit.take(userId);
	const [account] = await ctx.db.orm
		.select({ hash: accounts.password })
		.from(accounts)
		.where(and(eq(accounts.userId, userId), eq(accounts.providerId, 'credential')));
	if (!account?.hash || password.length > 1000) return false;
	const isRight = await verifyPassword({ hash: account.hash, password });
	if (isRight) limit.giveBack(userId);
	return isRight;
}
