import type { Context } from '../context.ts';
import { agentUsers, tell } from '../notices/index.ts';
import type { LeaveRow } from './leave-book.ts';

/** Tells an agent what became of their leave. Call it once that is stored. */
export async function tellOfLeave(
	ctx: Context,
	{ agentId, fromAt, fromDate }: Pick<LeaveRow, 'agentId' | 'fromAt' | 'fromDate'>,
	kind: 'leave.approved' | 'leave.declined' | 'leave.free'
): Promise<void> {
	const year = fromDate.slice(0, 4);
	await tell(ctx, await agentUsers(ctx, agentId), kind, { startAt: fromAt }, `/me/requests?year=${year}`);
}
