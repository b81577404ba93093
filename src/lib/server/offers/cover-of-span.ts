import { TZDate } from '@date-fns/tz';
import { addDays, startOfDay } from 'date-fns';
import type { Context } from '../context.ts';
import { sites } from '../db/schema/index.ts';
import { scheduleAsChanged, type ScheduledShift } from '../rosters/index.ts';
import { readCover, shortHours } from '../staffing/index.ts';

/**
 * Agent-hours short within a span, by the schedule with some people's shifts in place of their own; null where no
 * staffing plan covers it.
 */
export async function shortInSpan(
	ctx: Context,
	{ fromAt, toAt }: { fromAt: number; toAt: number },
	instead: readonly { agentId: string; shifts: ScheduledShift[] }[] = []
): Promise<number | null> {
	const [site] = await ctx.db.orm.select().from(sites);
	const day = startOfDay(new TZDate(fromAt, site!.timeZone));
	const schedule = await scheduleAsChanged(ctx, day.getTime(), Math.max(addDays(day, 2).getTime(), toAt));
	for (const { agentId, shifts } of instead) schedule.set(agentId, shifts);
	const cover = await readCover(ctx, { fromMs: day.getTime(), toMs: toAt }, schedule);
	return cover && shortHours(cover, fromAt);
}
