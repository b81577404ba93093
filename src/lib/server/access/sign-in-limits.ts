import type { Context } from '../context.ts';
import type { Database } from '../db/open-database.ts';
import { createTokenBuckets, type TokenBuckets } from './token-buckets.ts';

interface Limits {
	/** Guesses at one account from one address. */
	byAccount: TokenBuckets;
	/** Guesses at any account from one address. */
	byAddress: TokenBuckets;
}

const limits = new WeakMap<Database, Limits>();

/** An office may share one address, so that a right password gives its attempt back. */
export function signInLimits(ctx: Context): Limits {
	let known = limits.get(ctx.db);
	if (!known) {
		known = {
			byAccount: createTokenBuckets({ capacity: 5, refillSeconds: 30, now: ctx.now }),
			byAddress: createTokenBuckets({ capacity: 30, refillSeconds: 5, now: ctx.now })
		};
		limits.set(ctx.db, known);
	}
	return known;
}
