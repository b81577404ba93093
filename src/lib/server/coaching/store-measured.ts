import { eq, inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { coachingEffects, coachingGoals, coachingSessions } from '../db/schema/index.ts';
import type { MeasuredSessions } from './measure-sessions.ts';
import { agentUsers, tell } from '../notices/index.ts';

/** Keeps the latest answer to "did it help" and how goals stand. Who is coached and who coaches hear of a first answer. */
export async function storeMeasured(ctx: Context, { effects, goals }: MeasuredSessions): Promise<void> {
	const { orm } = ctx.db;
	const now = ctx.now();
	const ids = [...new Set(effects.map(({ sessionId }) => sessionId))];
	const before = await orm.select().from(coachingEffects).where(inArray(coachingEffects.sessionId, ids));
	const wasMeasured = new Set(
		before.flatMap(({ sessionId, kind }) => (kind === 'measured' ? sessionId : []))
	);
	// A session may have been taken back while the work was under way.
	const sessions = await orm
		.select({
			id: coachingSessions.id,
			agentId: coachingSessions.agentId,
			coachId: coachingSessions.coachId,
			cause: coachingSessions.cause,
			heldAt: coachingSessions.heldAt
		})
		.from(coachingSessions)
		.where(inArray(coachingSessions.id, ids));
	const held = new Map(sessions.flatMap((session) => (session.heldAt ? [[session.id, session]] : [])));
	for (const { sessionId, metric, found } of effects) {
		if (!held.has(sessionId)) continue;
		const value = { kind: found.kind, found, computedAt: now };
		await orm
			.insert(coachingEffects)
			.values({ sessionId, metric, ...value })
			.onConflictDoUpdate({ target: [coachingEffects.sessionId, coachingEffects.metric], set: value });
	}
	for (const { id, state, current, probability } of goals)
		await orm
			.update(coachingGoals)
			.set({ state, current, probability, changedAt: now })
			.where(eq(coachingGoals.id, id));
	const news = new Set(
		effects.flatMap(({ sessionId, found }) =>
			found.kind === 'measured' && held.has(sessionId) && !wasMeasured.has(sessionId) ? sessionId : []
		)
	);
	for (const id of news) {
		const { agentId, coachId, cause } = held.get(id)!;
		const people = [...(await agentUsers(ctx, agentId)), ...(coachId === null ? [] : [coachId])];
		await tell(ctx, people, 'effect.measured', { cause }, `/coaching/sessions/${id}`);
	}
}
