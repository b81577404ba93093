import { and, eq, gt, lt } from 'drizzle-orm';
import { can } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { rosters, shifts } from '../db/schema/index.ts';

export interface ScheduledShift {
	startAt: number;
	endAt: number;
	breaks: { startAt: number; endAt: number }[];
}

/** By agent, the published shifts that reach into a span; nobody's to those who may not see rosters. */
export async function listScheduled(
	{ db }: Context,
	actor: Actor,
	{ fromMs, toMs }: { fromMs: number; toMs: number }
): Promise<Record<string, ScheduledShift[]>> {
	if (!can(actor, 'roster.view')) return {};
	const rows = await db.orm
		.select({
			agentId: shifts.agentId,
			startAt: shifts.startAt,
			endAt: shifts.endAt,
			breaks: shifts.breaks
		})
		.from(shifts)
		.innerJoin(rosters, eq(rosters.id, shifts.rosterId))
		.where(and(eq(rosters.status, 'published'), gt(shifts.endAt, fromMs), lt(shifts.startAt, toMs)))
		.orderBy(shifts.startAt);
	const byAgent: Record<string, ScheduledShift[]> = {};
	for (const { agentId, startAt, endAt, breaks } of rows)
		(byAgent[agentId] ??= []).push({
			startAt,
			endAt,
			breaks: breaks.map((pause) => ({ startAt: pause.startAt, endAt: pause.endAt }))
		});
	return byAgent;
}
