import { TZDate } from '@date-fns/tz';
import { startOfDay } from 'date-fns';
import type { DayDifference } from '#lib/contracts/publishing.ts';
import { localFields } from '#lib/format/local-moment.ts';
import type { Context } from '../context.ts';
import { differencesBetween, scheduleAsPublished, type RosterView } from '../rosters/index.ts';

/** What a publication is for one person. */
export interface PlannedAgent {
	agentId: string;
	/** Its part of the roster's days: days gone by keep what was published for the person then. */
	fromAt: number;
	toAt: number;
	differences: DayDifference[];
}

/** Whom publishing a roster now concerns, and what it changes for them against what is published. */
export async function planPublication(ctx: Context, roster: RosterView): Promise<PlannedAgent[]> {
	const { fromAt, toAt, timeZone } = roster;
	const today = startOfDay(new TZDate(ctx.now(), timeZone)).getTime();
	const published = await scheduleAsPublished(ctx, fromAt, toAt);
	const own = Map.groupBy(roster.shifts, ({ agentId }) => agentId);
	const { rows } = await ctx.db.client.execute('SELECT id FROM agents');
	const known = new Set(rows.map(({ id }) => String(id)));
	const ids = new Set([...(roster.problem.agents ?? []).map(({ id }) => id), ...own.keys()]);
	return [...ids]
		.filter((id) => known.has(id))
		.map((agentId) => {
			const standing = (published.get(agentId) ?? []).filter(({ startAt }) => startAt >= fromAt);
			const isUnderWay = standing.some(({ startAt }) => startAt < today);
			const from = isUnderWay ? Math.min(toAt, Math.max(fromAt, today)) : fromAt;
			const within = ({ startAt }: { startAt: number }) => startAt >= from && startAt < toAt;
			return {
				agentId,
				fromAt: from,
				toAt,
				differences: differencesBetween(
					standing.filter(within),
					(own.get(agentId) ?? []).filter(within),
					(at) => localFields(at, timeZone).day
				)
			};
		});
}
