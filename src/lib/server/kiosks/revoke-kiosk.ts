import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { parseInput, requireRight, scopeOf } from '../access/index.ts';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { kioskLinks } from '../db/schema/index.ts';
import type { Revocations } from './revocations.ts';

const revocation = z.object({ kioskId: z.string().min(1) });

/** Ends a link: its open pages lose their line at once, and no new one is let in. It stays in the list. */
export async function revokeKiosk(
	ctx: Context,
	actor: Actor,
	input: z.input<typeof revocation>,
	revocations: Revocations
): Promise<{ status: 'revoked' | 'unknown-kiosk' }> {
	requireRight(actor, 'kiosks.manage');
	const { kioskId } = parseInput('Revoking a kiosk link', revocation, input);
	const { orm } = ctx.db;
	const [revoked] = await orm.batch([
		orm
			.update(kioskLinks)
			.set({ revokedAt: ctx.now() })
			.where(
				and(
					eq(kioskLinks.id, kioskId),
					isNull(kioskLinks.revokedAt),
					scopeOf(actor) ? eq(kioskLinks.createdBy, actor.id) : undefined
				)
			),
		recordAuditIfChanged(ctx, actor, { action: 'kiosk.revoke', subject: `kiosk:${kioskId}` })
	]);
	if (revoked.rowsAffected === 0) return { status: 'unknown-kiosk' };
	revocations.tell(kioskId);
	return { status: 'revoked' };
}
