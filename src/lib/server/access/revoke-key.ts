import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { apiKeys } from '../db/schema/index.ts';
import { parseInput } from './parse-input.ts';
import { requireRight } from './require-right.ts';

const revocation = z.object({ keyId: z.string().min(1) });

/** A revoked key stays in the list and is refused from the next request on. */
export async function revokeKey(
	ctx: Context,
	actor: Actor,
	input: z.input<typeof revocation>
): Promise<{ status: 'revoked' | 'unknown-key' }> {
	requireRight(actor, 'keys.manage');
	const { keyId } = parseInput('Revoking a key', revocation, input);
	const { orm } = ctx.db;
	const [revoked] = await orm.batch([
		orm
			.update(apiKeys)
			.set({ revokedAt: ctx.now() })
			.where(and(eq(apiKeys.id, keyId), isNull(apiKeys.revokedAt))),
		recordAuditIfChanged(ctx, actor, { action: 'key.revoke', subject: `key:${keyId}` })
	]);
	return { status: revoked.rowsAffected > 0 ? 'revoked' : 'unknown-key' };
}
