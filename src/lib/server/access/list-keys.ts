import { desc } from 'drizzle-orm';
import type { NamedScope } from '#lib/contracts/scope.ts';
import type { Actor, Context } from '../context.ts';
import { apiKeys, type API_KEY_SCOPES } from '../db/schema/index.ts';
import { requireRight } from './require-right.ts';

export interface KeyRow {
	id: string;
	name: string;
	scope: (typeof API_KEY_SCOPES)[number];
	/** The part of the centre; null = all of it. */
	dataScope: NamedScope | null;
	/** Until when the secret before the last change is still taken; null = it never was changed. */
	previousUntil: number | null;
	expiresAt: number | null;
	createdAt: number;
	lastUsedAt: number | null;
	revokedAt: number | null;
}

export async function listKeys(ctx: Context, actor: Actor): Promise<KeyRow[]> {
	requireRight(actor, 'keys.manage');
	const { id, name, scope, dataScope, previousUntil, expiresAt, createdAt, lastUsedAt, revokedAt } = apiKeys;
	return ctx.db.orm
		.select({ id, name, scope, dataScope, previousUntil, expiresAt, createdAt, lastUsedAt, revokedAt })
		.from(apiKeys)
		.orderBy(desc(createdAt), id);
}
