import { and, eq } from 'drizzle-orm';
import { leadsAgent, requireRight } from '../access/index.ts';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { coachingSessions } from '../db/schema/index.ts';
import { findSession } from './session-row.ts';
import { agentUsers, tell } from '../notices/index.ts';

/** Calls off a session that has not been held; undoCancel() brings it back. False when there is none such. */
export async function cancelSession(ctx: Context, actor: Actor, id: string): Promise<boolean> {
	requireRight(actor, 'coaching.lead');
	return change(ctx, actor, id, 'planned', 'cancelled');
}

/** Brings a cancelled session back as it was. False when it is not cancelled. */
export async function undoCancel(ctx: Context, actor: Actor, id: string): Promise<boolean> {
	requireRight(actor, 'coaching.lead');
	return change(ctx, actor, id, 'cancelled', 'planned');
}

async function change(
	ctx: Context,
	actor: Actor,
	id: string,
	from: 'planned' | 'cancelled',
	to: 'planned' | 'cancelled'
): Promise<boolean> {
	const row = await findSession(ctx, id);
	if (!row || !leadsAgent(actor, row.agentId)) return false;
	const { orm } = ctx.db;
	const isBack = to === 'planned';
	const [written] = await orm.batch([
		orm
			.update(coachingSessions)
			.set({
				state: isBack ? (row.stateBefore ?? to) : to,
				stateBefore: isBack ? null : from,
				changedAt: ctx.now()
			})
			.where(and(eq(coachingSessions.id, id), eq(coachingSessions.state, from))),
		recordAuditIfChanged(ctx, actor, {
			action: isBack ? 'coaching.session.uncancel' : 'coaching.session.cancel',
			subject: `coaching-session:${id}`,
			before: from,
			after: to
		})
	]);
	if (written.rowsAffected === 0) return false;
	await tell(
		ctx,
		await agentUsers(ctx, row.agentId),
		isBack ? 'session.planned' : 'session.cancelled',
		{ cause: row.cause, startAt: row.startAt },
		`/coaching/sessions/${id}`
	);
	return true;
}
