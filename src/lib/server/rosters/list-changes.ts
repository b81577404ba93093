import { and, desc, eq, gt, isNull, lt } from 'drizzle-orm';
import type { ScheduleChangeKind } from '#solver/adherence/index.ts';
import { leadsAgent, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { agents, scheduleChanges } from '../db/schema/index.ts';

export interface ChangeRow {
	id: string;
	agentId: string;
	name: string;
	kind: ScheduleChangeKind;
	fromAt: number;
	toAt: number;
	activity: 'break' | 'lunch' | 'training' | 'meeting' | null;
	movedTo: number | null;
	/** The re-optimisation, leave or swap that it comes from; null: recorded by hand. */
	proposalId: string | null;
	reason: string;
	createdBy: string;
	createdAt: number;
}

/** Changes of the day in force that touch a span, newest first. */
export async function listChanges(
	{ db }: Context,
	actor: Actor,
	{ fromMs, toMs }: { fromMs: number; toMs: number }
): Promise<ChangeRow[]> {
	requireRight(actor, 'roster.view');
	const rows = await db.orm
		.select({
			id: scheduleChanges.id,
			agentId: scheduleChanges.agentId,
			name: agents.name,
			kind: scheduleChanges.kind,
			fromAt: scheduleChanges.fromAt,
			toAt: scheduleChanges.toAt,
			activity: scheduleChanges.activity,
			movedTo: scheduleChanges.movedTo,
			proposalId: scheduleChanges.proposalId,
			reason: scheduleChanges.reason,
			createdBy: scheduleChanges.createdBy,
			createdAt: scheduleChanges.createdAt
		})
		.from(scheduleChanges)
		.innerJoin(agents, eq(agents.id, scheduleChanges.agentId))
		.where(
			and(
				isNull(scheduleChanges.removedAt),
				lt(scheduleChanges.fromAt, toMs),
				gt(scheduleChanges.toAt, fromMs)
			)
		)
		.orderBy(desc(scheduleChanges.order));
	return rows.filter(({ agentId }) => leadsAgent(actor, agentId));
}
