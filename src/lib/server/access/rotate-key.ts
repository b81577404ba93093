import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { apiKeys } from '../db/schema/index.ts';
import { makeKey } from './create-key.ts';
import { hashKey } from './hash-key.ts';
import { parseInput } from './parse-input.ts';
import { requireRight } from './require-right.ts';

const HOUR_MS = 3_600_000;
const Rotation = z.object({
	keyId: z.string().min(1),
	/** How long the old secret is still taken, so that its users can change over one by one. */
	overlapHours: z
		.number({ error: 'wanted hours' })
		.min(0, { error: 'wanted 0 hours or more' })
		.max(24 * 30, { error: 'wanted at most 30 days' })
});

/** Gives a key another secret, which is in the answer and nowhere else. One changed again within the overlap ends its oldest at once. */
export async function rotateKey(
	ctx: Context,
	actor: Actor,
	input: z.input<typeof Rotation>
): Promise<{ status: 'rotated'; key: string; previousUntil: number } | { status: 'unknown-key' }> {
	requireRight(actor, 'keys.manage');
	const { keyId, overlapHours } = parseInput('Changing a key', Rotation, input);
	const { orm } = ctx.db;
	const inUse = and(eq(apiKeys.id, keyId), isNull(apiKeys.revokedAt));
	const [row] = await orm.select().from(apiKeys).where(inUse);
	if (!row) return { status: 'unknown-key' };
	const key = makeKey();
	const previousUntil = ctx.now() + overlapHours * HOUR_MS;
	const [changed] = await orm.batch([
		orm
			.update(apiKeys)
			.set({ hash: hashKey(key), previousHash: row.hash, previousUntil })
			// Of two who change it at once, one does.
			.where(and(inUse, eq(apiKeys.hash, row.hash))),
		recordAuditIfChanged(ctx, actor, {
			action: 'key.rotate',
			subject: `key:${keyId}`,
			after: { previousUntil }
		})
	]);
	return changed.rowsAffected > 0 ? { status: 'rotated', key, previousUntil } : { status: 'unknown-key' };
}
