import { randomBytes, randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { kioskLinks } from '../db/schema/index.ts';
import { newKiosk } from './board-input.ts';
import { hashToken } from './hash-token.ts';

/** A link that opens the wallboard without an account. The token is in the answer and nowhere else. */
export async function createKiosk(
	ctx: Context,
	actor: Actor,
	input: z.input<typeof newKiosk>
): Promise<{ id: string; token: string }> {
	requireRight(actor, 'kiosks.manage');
	const { name, board } = parseInput('Making a kiosk link', newKiosk, input);
	const id = randomUUID();
	const token = `kiosk_${randomBytes(32).toString('base64url')}`;
	const { orm } = ctx.db;
	await orm.batch([
		orm.insert(kioskLinks).values({
			id,
			name,
			tokenHash: hashToken(token),
			board,
			createdBy: actor.id,
			createdAt: ctx.now()
		}),
		recordAudit(ctx, actor, { action: 'kiosk.create', subject: `kiosk:${id}`, after: { name, board } })
	]);
	return { id, token };
}
