import { randomBytes, randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { apiKeys } from '../db/schema/index.ts';
import { hashKey } from './hash-key.ts';
import { newKey } from './new-key.ts';
import { parseInput } from './parse-input.ts';
import { requireRight } from './require-right.ts';

const DAY_MS = 86_400_000;

export const makeKey = (): string => `mk_${randomBytes(32).toString('base64url')}`;

/** The key is in the answer and nowhere else. */
export async function createKey(
	ctx: Context,
	actor: Actor,
	// What stands in a form is checked here.
	input: Omit<z.input<typeof newKey>, 'scope'> & { scope: string }
): Promise<{ id: string; key: string }> {
	requireRight(actor, 'keys.manage');
	const { name, scope, dataScope, expiresInDays } = parseInput('Adding a key', newKey, input);
	const id = randomUUID();
	const key = makeKey();
	const createdAt = ctx.now();
	const expiresAt = expiresInDays === null ? null : createdAt + expiresInDays * DAY_MS;
	await ctx.db.orm.batch([
		ctx.db.orm
			.insert(apiKeys)
			.values({ id, name, scope, dataScope, hash: hashKey(key), expiresAt, createdAt }),
		recordAudit(ctx, actor, {
			action: 'key.create',
			subject: `key:${id}`,
			after: { name, scope, dataScope, expiresAt }
		})
	]);
	return { id, key };
}
