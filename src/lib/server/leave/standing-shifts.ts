import type { Context } from '../context.ts';
import { scheduleAsChanged, type ScheduledShift } from '../rosters/index.ts';
import type { LeaveRow } from './leave-book.ts';

type Span = Pick<LeaveRow, 'agentId' | 'fromAt' | 'toAt'>;

/** What of a person's schedule lies within a leave: spans that are worked although they should not be. */
export const within = (
	schedule: ReadonlyMap<string, readonly ScheduledShift[]>,
	{ agentId, fromAt, toAt }: Span
): { startAt: number; endAt: number }[] =>
	(schedule.get(agentId) ?? []).flatMap(({ startAt, endAt }) => {
		const [from, to] = [Math.max(startAt, fromAt), Math.min(endAt, toAt)];
		return to > from ? [{ startAt: from, endAt: to }] : [];
	});

/** By id, published shifts that stand in the way of each of some leaves, from an instant on. */
export async function standingShifts(
	ctx: Context,
	leaves: readonly (Span & { id: string })[],
	fromMs: number
): Promise<Map<string, { startAt: number; endAt: number }[]>> {
	const open = leaves.filter(({ toAt }) => toAt > fromMs);
	if (open.length === 0) return new Map();
	const first = Math.max(fromMs, Math.min(...open.map(({ fromAt }) => fromAt)));
	const schedule = await scheduleAsChanged(ctx, first, Math.max(...open.map(({ toAt }) => toAt)));
	return new Map(
		open.map((leave) => [leave.id, within(schedule, { ...leave, fromAt: Math.max(leave.fromAt, fromMs) })])
	);
}
