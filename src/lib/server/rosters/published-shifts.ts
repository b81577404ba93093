import { and, asc, eq, gt, lt } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { rosters, shifts } from '../db/schema/index.ts';

/** Published shifts that touch a span, by agent and in order of time. For domains: rights are the caller's. */
export async function publishedShifts(
	{ db }: Context,
	fromMs: number,
	toMs: number
): Promise<Map<string, { startAt: number; endAt: number; breaks: { startAt: number; endAt: number }[] }[]>> {
	const rows = await db.orm
		.select({
			agentId: shifts.agentId,
			startAt: shifts.startAt,
			endAt: shifts.endAt,
			breaks: shifts.breaks
		})
		.from(shifts)
		.innerJoin(rosters, eq(rosters.id, shifts.rosterId))
		.where(and(eq(rosters.status, 'published'), lt(shifts.startAt, toMs), gt(shifts.endAt, fromMs)))
		.orderBy(asc(shifts.startAt));
	return Map.groupBy(rows, ({ agentId }) => agentId);
}
