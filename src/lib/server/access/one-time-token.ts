import { randomBytes } from 'node:crypto';
import { and, eq, gt, lte } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { signInTokens } from '../db/schema/index.ts';
import { hashKey } from './hash-key.ts';

type Kind = (typeof signInTokens.$inferSelect)['kind'];
export type TokenData = Record<string, unknown>;

/** Makes something that works once, within its time; only its hash is kept. */
export async function makeToken(
	{ db, now }: Context,
	kind: Kind,
	{ userId, data = {}, seconds }: { userId: string | null; data?: TokenData; seconds: number }
): Promise<string> {
	const token = randomBytes(32).toString('base64url');
	await db.orm.batch([
		db.orm.delete(signInTokens).where(lte(signInTokens.expiresAt, now())),
		db.orm
			.insert(signInTokens)
			.values({ hash: hashKey(token), kind, userId, data, expiresAt: now() + seconds * 1000 })
	]);
	return token;
}

const isLive = ({ now }: Context, kind: Kind, token: string) =>
	and(eq(signInTokens.hash, hashKey(token)), eq(signInTokens.kind, kind), gt(signInTokens.expiresAt, now()));

/** What stands behind a token, which stays good; null for none, a used or an expired one. */
export async function readToken(ctx: Context, kind: Kind, token: string) {
	const [row] = await ctx.db.orm
		.select()
		.from(signInTokens)
		.where(isLive(ctx, kind, token));
	return row ?? null;
}

/** Uses a token up. Of two who try, one gets it. */
export async function takeToken(ctx: Context, kind: Kind, token: string) {
	const [row] = await ctx.db.orm
		.delete(signInTokens)
		.where(isLive(ctx, kind, token))
		.returning();
	return row ?? null;
}
