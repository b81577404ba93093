import type { SlotRefusal } from '#lib/contracts/coaching-views.ts';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { leadsAgent, parseInput, requireRight } from '../access/index.ts';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { coachingSessions } from '../db/schema/index.ts';
import { checkSlot } from './check-slot.ts';
import { findSession } from './session-row.ts';
import { agentUsers, tell } from '../notices/index.ts';

export const SessionMove = z
	.object({ startAt: z.number().int(), endAt: z.number().int(), coachId: z.string().min(1).optional() })
	.refine(({ startAt, endAt }) => endAt > startAt && endAt - startAt <= 4 * 3_600_000, {
		path: ['endAt'],
		message: 'must be after the start, and at most four hours later'
	});
export type SessionMove = z.input<typeof SessionMove>;

export type MovedSession = { kind: 'ok' } | { kind: 'refused'; reason: SlotRefusal | 'gone' | 'not-planned' };

/** Gives a session that has not been held another time, a missed one too, or another coach. */
export async function moveSession(
	ctx: Context,
	actor: Actor,
	id: string,
	input: SessionMove
): Promise<MovedSession> {
	requireRight(actor, 'coaching.lead');
	const { startAt, endAt, coachId: wanted } = parseInput('Moving a session', SessionMove, input);
	const row = await findSession(ctx, id);
	if (!row || !leadsAgent(actor, row.agentId)) return { kind: 'refused', reason: 'gone' };
	if (row.state !== 'planned') return { kind: 'refused', reason: 'not-planned' };
	const coachId = wanted ?? row.coachId ?? '';
	const reason = await checkSlot(ctx, { agentId: row.agentId, coachId, startAt, endAt, sessionId: id });
	if (reason) return { kind: 'refused', reason };
	const { orm } = ctx.db;
	const [written] = await orm.batch([
		orm
			.update(coachingSessions)
			.set({ startAt, endAt, coachId: coachId || null, changedAt: ctx.now() })
			.where(and(eq(coachingSessions.id, id), eq(coachingSessions.state, 'planned'))),
		recordAuditIfChanged(ctx, actor, {
			action: 'coaching.session.move',
			subject: `coaching-session:${id}`,
			before: { startAt: row.startAt, endAt: row.endAt, coachId: row.coachId },
			after: { startAt, endAt, coachId }
		})
	]);
	if (written.rowsAffected === 0) return { kind: 'refused', reason: 'not-planned' };
	await tell(
		ctx,
		await agentUsers(ctx, row.agentId),
		'session.moved',
		{ cause: row.cause, startAt },
		`/coaching/sessions/${id}`
	);
	return { kind: 'ok' };
}
