import { timingSafeEqual } from 'node:crypto';
import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { RIGHTS_OF_KEY_SCOPE } from '#lib/contracts/rights.ts';
import type { Actor, Context } from '../context.ts';
import { apiKeys } from '../db/schema/index.ts';
import { hashKey } from './hash-key.ts';

/** A busy source would otherwise write at each request. */
const LAST_USED_STEP_MS = 60_000;

/** Who `Authorization: Bearer KEY` stands for; null for none, a malformed, an unknown or a revoked key. */
export async function authenticateKey(
	ctx: Context,
	authorizationHeader: string | null
): Promise<Actor | null> {
	const key = /^Bearer +(mk_[\w-]{20,100}) *$/i.exec(authorizationHeader ?? '')?.[1];
	if (!key) return null;
	const hash = hashKey(key);
	const [row] = await ctx.db.orm.select().from(apiKeys).where(eq(apiKeys.hash, hash));
	if (!row || row.revokedAt !== null || !timingSafeEqual(Buffer.from(row.hash), Buffer.from(hash)))
		return null;

	const at = ctx.now();
	if (row.lastUsedAt === null || row.lastUsedAt <= at - LAST_USED_STEP_MS)
		await ctx.db.orm
			.update(apiKeys)
			.set({ lastUsedAt: at })
			.where(and(eq(apiKeys.id, row.id), or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, at))));
	return { id: `key:${row.id}`, role: 'key', agentId: null, rights: RIGHTS_OF_KEY_SCOPE[row.scope] };
}
