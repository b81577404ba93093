import { randomBytes, randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { InvalidInputError, parseInput, requireRight, scopeOf } from '../access/index.ts';
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
	const wanted = parseInput('Making a kiosk link', newKiosk, input);
	const { name } = wanted;
	for (const queue of wanted.board.queues) requireRight(actor, 'kiosks.manage', { queue });
	// Without any, the board would show every queue.
	if (scopeOf(actor) && wanted.board.queues.length === 0)
		throw new InvalidInputError('Making a kiosk link: board.queues: choose the queues that it shows.');
	const board = scopeOf(actor) ? { ...wanted.board, within: true } : wanted.board;
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
