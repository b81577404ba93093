import { desc, eq } from 'drizzle-orm';
import { requireRight, scopeOf } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { kioskLinks } from '../db/schema/index.ts';
import { board, type Board } from './board-input.ts';

export interface KioskRow {
	id: string;
	name: string;
	board: Board;
	createdAt: number;
	lastUsedAt: number | null;
	revokedAt: number | null;
}

export async function listKiosks(ctx: Context, actor: Actor | null): Promise<KioskRow[]> {
	requireRight(actor, 'kiosks.manage');
	const rows = await ctx.db.orm
		.select()
		.from(kioskLinks)
		// A part's links are its maker's: another part's board names that part's queues.
		.where(scopeOf(actor) ? eq(kioskLinks.createdBy, actor!.id) : undefined)
		.orderBy(desc(kioskLinks.createdAt), kioskLinks.id);
	return rows.map(({ tokenHash: _, createdBy: __, ...row }) => ({ ...row, board: board.parse(row.board) }));
}
