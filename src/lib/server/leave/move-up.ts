import { and, eq } from 'drizzle-orm';
import { recordAuditIfChanged } from '../audit/index.ts';
import { SYSTEM, type Context } from '../context.ts';
import { leaveRequests } from '../db/schema/index.ts';
import { readLeaveBook, type LeaveBook } from './leave-book.ts';
import { tellOfLeave } from './tell-of-leave.ts';

/**
 * Whoever waits and now fits moves up, in the order in which they asked, and is told; once each. Who does not fit yet stays
 * where they are, and those behind may pass. Within a turn: see inTurn().
 *
 * @returns leave as it stands after it
 */
export async function moveUp(ctx: Context): Promise<LeaveBook> {
	const book = await readLeaveBook(ctx);
	const state = book.terms.isAutomatic ? 'approved' : 'asked';
	for (const row of book.rows) {
		if (row.state !== 'waiting' || book.obstacles(row).length > 0) continue;
		const { id, agentId } = row;
		const { orm } = ctx.db;
		const [{ rowsAffected }] = await orm.batch([
			orm
				.update(leaveRequests)
				.set({ state, ...(state === 'approved' && { decidedAt: ctx.now() }) })
				.where(and(eq(leaveRequests.id, id), eq(leaveRequests.state, 'waiting'))),
			recordAuditIfChanged(ctx, SYSTEM, {
				action: 'leave.move-up',
				subject: `agent:${agentId}`,
				before: { id, state: 'waiting' },
				after: { id, state }
			})
		]);
		if (rowsAffected === 0) continue;
		book.hold(row, state);
		await tellOfLeave(ctx, row, state === 'approved' ? 'leave.approved' : 'leave.free');
	}
	return book;
}
