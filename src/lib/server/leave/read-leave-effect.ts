import { datesFrom } from '#lib/format/local-dates.ts';
import type { Actor, Context } from '../context.ts';
import { scheduleAsChanged } from '../rosters/index.ts';
import { readCover, shortHours } from '../staffing/index.ts';
import { findLeave, type LeaveView } from './list-leave.ts';
import { within } from './standing-shifts.ts';

/** What granting a leave does, for who decides on it. */
export interface LeaveEffect {
	leave: LeaveView;
	/** Agent-hours of the person's published shifts in it; null: no roster is published for them there yet. */
	rosteredHours: number | null;
	/** Agent-hours short over these days with the person at work and without; null: no plan covers them. */
	shortHours: { with: number; without: number } | null;
	/** By date: people away among those a limit counts, this one not, and the places; null: no limit. */
	days: { date: string; held: number; places: number | null }[];
}

/** Null when there is no such leave that the actor may see. */
export async function readLeaveEffect(ctx: Context, actor: Actor, id: string): Promise<LeaveEffect | null> {
	const found = await findLeave(ctx, actor, id);
	if (!found) return null;
	const { leave, book } = found;
	const span = { fromMs: leave.fromAt, toMs: leave.toAt };
	const schedule = await scheduleAsChanged(ctx, span.fromMs, span.toMs);
	const own = schedule.get(leave.agentId) ?? [];
	const standing = within(own, leave);
	const without = new Map(schedule);
	// What reaches over the edges of the leave is left as it is.
	without.set(
		leave.agentId,
		own.flatMap((shift) =>
			[
				{ ...shift, endAt: Math.min(shift.endAt, leave.fromAt) },
				{ ...shift, startAt: Math.max(shift.startAt, leave.toAt) }
			].filter(({ startAt, endAt }) => endAt > startAt)
		)
	);
	const [before, after] =
		standing.length === 0
			? [null, null]
			: await Promise.all([readCover(ctx, span, schedule), readCover(ctx, span, without)]);
	return {
		leave,
		rosteredHours:
			standing.length === 0
				? null
				: standing.reduce((sum, { startAt, endAt }) => sum + (endAt - startAt) / 3_600_000, 0),
		shortHours: before && after ? { with: shortHours(before), without: shortHours(after) } : null,
		days: datesFrom(leave.fromDate, leave.toDate).map((date) => {
			const places = book.placesOn(leave.agentId, date);
			return { date, held: places?.held ?? 0, places: places?.places ?? null };
		})
	};
}
