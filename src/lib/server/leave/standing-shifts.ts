import type { Context } from '../context.ts';
import { scheduleAsChanged, type ScheduledShift } from '../rosters/index.ts';
import type { LeaveRow } from './leave-book.ts';

export interface Span {
	startAt: number;
	endAt: number;
}

/** What of somebody's shifts lies within a leave: spans that are worked although they should not be. */
export const within = (
	shifts: readonly ScheduledShift[],
	{ fromAt, toAt }: Pick<LeaveRow, 'fromAt' | 'toAt'>
): Span[] =>
	shifts.flatMap(({ startAt, endAt }) => {
		const [from, to] = [Math.max(startAt, fromAt), Math.min(endAt, toAt)];
		return to > from ? [{ startAt: from, endAt: to }] : [];
	});

/**
 * By id, what of published shifts stands in the way of each of some leaves, from an instant on.
 *
 * @param beginsBefore of shifts that begin before it only
 */
export async function standingShifts(
	ctx: Context,
	leaves: readonly Pick<LeaveRow, 'id' | 'agentId' | 'fromAt' | 'toAt'>[],
	fromMs: number,
	beginsBefore = Infinity
): Promise<Map<string, Span[]>> {
	const open = leaves.filter(({ toAt }) => toAt > fromMs);
	if (open.length === 0) return new Map();
	const first = Math.max(fromMs, Math.min(...open.map(({ fromAt }) => fromAt)));
	const schedule = await scheduleAsChanged(ctx, first, Math.max(...open.map(({ toAt }) => toAt)));
	return new Map(
		open.map(({ id, agentId, fromAt, toAt }) => {
			const shifts = (schedule.get(agentId) ?? []).filter(({ startAt }) => startAt < beginsBefore);
			return [id, within(shifts, { fromAt: Math.max(fromAt, fromMs), toAt })];
		})
	);
}
