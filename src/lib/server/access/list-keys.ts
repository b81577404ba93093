import { desc } from 'drizzle-orm';
import type { Actor, Context } from '../context.ts';
import { apiKeys, type API_KEY_SCOPES } from '../db/schema/index.ts';
import { requireRight } from './require-right.ts';

export interface KeyRow {
	id: string;
	name: string;
	scope: (typeof API_KEY_SCOPES)[number];
	createdAt: number;
	lastUsedAt: number | null;
	revokedAt: number | null;
}

export async function listKeys(ctx: Context, actor: Actor): Promise<KeyRow[]> {
	requireRight(actor, 'keys.manage');
	const { id, name, scope, createdAt, lastUsedAt, revokedAt } = apiKeys;
	return ctx.db.orm
		.select({ id, name, scope, createdAt, lastUsedAt, revokedAt })
		.from(apiKeys)
		.orderBy(desc(createdAt), id);
}
