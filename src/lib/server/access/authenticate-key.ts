import { and, eq, gt, isNull, lt, or } from 'drizzle-orm';
import { RIGHTS_OF_KEY_SCOPE, rightsWithin } from '#lib/contracts/rights.ts';
import type { Actor, Context } from '../context.ts';
import { apiKeys } from '../db/schema/index.ts';
import { hashKey } from './hash-key.ts';
import { noteAside } from './note-aside.ts';
import { resolveScope } from './resolve-scope.ts';

/** A busy source would otherwise write at each request. */
const LAST_USED_STEP_MS = 60_000;

/** Who `Authorization: Bearer KEY` stands for; null for none, a malformed, an unknown, an expired or a revoked key. */
export async function authenticateKey(
	ctx: Context,
	authorizationHeader: string | null
): Promise<Actor | null> {
	const key = /^Bearer +(mk_[\w-]{20,100}) *$/i.exec(authorizationHeader ?? '')?.[1];
	if (!key) return null;
	const hash = hashKey(key);
	const at = ctx.now();
	const [row] = await ctx.db.orm
		.select()
		.from(apiKeys)
		.where(
			and(
				or(eq(apiKeys.hash, hash), and(eq(apiKeys.previousHash, hash), gt(apiKeys.previousUntil, at))),
				isNull(apiKeys.revokedAt),
				or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, at))
			)
		);
	if (!row) return null;

	if (row.lastUsedAt === null || row.lastUsedAt <= at - LAST_USED_STEP_MS)
		await noteAside(
			() =>
				ctx.db.orm
					.update(apiKeys)
					.set({ lastUsedAt: at })
					.where(and(eq(apiKeys.id, row.id), or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, at)))),
			'the use of a key could not be noted'
		);
	return {
		id: `key:${row.id}`,
		role: 'key',
		agentId: null,
		rights: rightsWithin(RIGHTS_OF_KEY_SCOPE[row.scope], row.dataScope),
		scope: await resolveScope(ctx, row.dataScope)
	};
}
