import { and, eq, gt, lt } from 'drizzle-orm';
import { midnightOf, plusDays } from '#lib/format/local-dates.ts';
import { SYSTEM, type Context } from '../context.ts';
import { leaveRequests } from '../db/schema/index.ts';
import { inTurn } from '../in-turn.ts';
import { siteClock } from '../site-clock.ts';
import { takeOut } from './resolve-leave.ts';
import { standingShifts } from './standing-shifts.ts';

/**
 * Once its day has come, approved leave is an absence: whatever shift nobody has taken out by then is taken out. A night
 * shift that reaches into it ends at its midnight, and its person knows from the morning on.
 *
 * @returns how many absences it has made
 */
export async function absentToday(ctx: Context): Promise<number> {
	const { today, timeZone, now } = await siteClock(ctx);
	const midnight = (days: number) => midnightOf(plusDays(today, days), timeZone);
	return inTurn(ctx.db, async () => {
		const due = await ctx.db.orm
			.select()
			.from(leaveRequests)
			.where(
				and(
					eq(leaveRequests.state, 'approved'),
					lt(leaveRequests.fromAt, midnight(2)),
					gt(leaveRequests.toAt, now)
				)
			);
		const isTomorrow = ({ fromAt }: (typeof due)[number]) => fromAt >= midnight(1);
		const standing = new Map([
			...(await standingShifts(
				ctx,
				due.filter((one) => !isTomorrow(one)),
				now
			)),
			...(await standingShifts(ctx, due.filter(isTomorrow), now, midnight(1)))
		]);
		for (const leave of due) await takeOut(ctx, SYSTEM, leave, standing.get(leave.id) ?? []);
		return [...standing.values()].flat().length;
	});
}
