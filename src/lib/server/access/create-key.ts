import { randomBytes, randomUUID } from 'node:crypto';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { apiKeys } from '../db/schema/index.ts';
import { hashKey } from './hash-key.ts';
import { newKey } from './new-key.ts';
import { parseInput } from './parse-input.ts';
import { requireRight } from './require-right.ts';

/** The key is in the answer and nowhere else. */
export async function createKey(
	ctx: Context,
	actor: Actor,
	input: { name: string; scope: string }
): Promise<{ id: string; key: string }> {
	requireRight(actor, 'keys.manage');
	const { name, scope } = parseInput('Adding a key', newKey, input);
	const id = randomUUID();
	const key = `mk_${randomBytes(32).toString('base64url')}`;
	await ctx.db.orm.batch([
		ctx.db.orm.insert(apiKeys).values({ id, name, scope, hash: hashKey(key), createdAt: ctx.now() }),
		recordAudit(ctx, actor, { action: 'key.create', subject: `key:${id}`, after: { name, scope } })
	]);
	return { id, key };
}
