import { and, eq, isNull } from 'drizzle-orm';
import type { Actor, Context } from '../context.ts';
import { scheduleChanges } from '../db/schema/index.ts';

/** As which absences that a leave made are kept among the changes of the day. */
export const absenceOf = (leaveId: string): string => `leave:${leaveId}`;

/** The statement that takes back the absences which an approved leave made of published shifts. */
export const absencesBack = ({ db: { orm }, now }: Context, actor: Pick<Actor, 'id'>, leaveId: string) =>
	orm
		.update(scheduleChanges)
		.set({ removedBy: actor.id, removedAt: now() })
		.where(and(eq(scheduleChanges.proposalId, absenceOf(leaveId)), isNull(scheduleChanges.removedAt)));
