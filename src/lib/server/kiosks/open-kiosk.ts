import { and, eq, isNull } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { kioskLinks } from '../db/schema/index.ts';
import { board, type Board } from './board-input.ts';
import { hashToken } from './hash-token.ts';

/** Last use is told to the minute: a board that reconnects writes no row for it each time. */
const USE_EVERY_MS = 60_000;

export interface Kiosk {
	id: string;
	name: string;
	board: Board;
}

/** Whose board a token opens; null for none, an unknown or a revoked one. */
export async function openKiosk(ctx: Context, token: unknown): Promise<Kiosk | null> {
	if (typeof token !== 'string' || token === '' || token.length > 200) return null;
	const { orm } = ctx.db;
	const [found] = await orm
		.select()
		.from(kioskLinks)
		.where(and(eq(kioskLinks.tokenHash, hashToken(token)), isNull(kioskLinks.revokedAt)));
	if (!found) return null;
	const now = ctx.now();
	if (now - (found.lastUsedAt ?? -Infinity) >= USE_EVERY_MS)
		await orm.update(kioskLinks).set({ lastUsedAt: now }).where(eq(kioskLinks.id, found.id));
	return { id: found.id, name: found.name, board: board.parse(found.board) };
}
