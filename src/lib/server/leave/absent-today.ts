import { and, eq, gt, lt } from 'drizzle-orm';
import { midnightOf, plusDays } from '#lib/format/local-dates.ts';
import { SYSTEM, type Context } from '../context.ts';
import { leaveRequests } from '../db/schema/index.ts';
import { siteClock } from '../site-clock.ts';
import { resolveLeave } from './resolve-leave.ts';

/** Once its day has come, approved leave is an absence: whatever shift nobody has taken out by then is taken out. */
export async function absentToday(ctx: Context): Promise<number> {
	const { today, timeZone, now } = await siteClock(ctx);
	const due = await ctx.db.orm
		.select({ id: leaveRequests.id })
		.from(leaveRequests)
		.where(
			and(
				eq(leaveRequests.state, 'approved'),
				lt(leaveRequests.fromAt, midnightOf(plusDays(today, 1), timeZone)),
				gt(leaveRequests.toAt, now)
			)
		);
	let absences = 0;
	for (const { id } of due) absences += (await resolveLeave(ctx, SYSTEM, id)) ?? 0;
	return absences;
}
