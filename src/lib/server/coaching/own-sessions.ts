import { and, asc, eq, gt, lt } from 'drizzle-orm';
import type { FeedSession } from '#lib/contracts/feed.ts';
import type { Catalogue } from '#solver/coaching/index.ts';
import type { Actor, Context } from '../context.ts';
import { coachingSessions, users } from '../db/schema/index.ts';
import { agentToRead } from './agent-to-read.ts';
import { readCatalogue } from './catalogue.ts';
import { stateAt } from './session-row.ts';

/**
 * The sessions of the agent who asks that touch a span, in order of time; the cancelled ones too, for a calendar has to
 * take them out. A coach may name an agent. Notes are shown once the session is held.
 */
export async function ownSessions(
	ctx: Context,
	actor: Actor,
	fromMs: number,
	toMs: number,
	agentId?: string
): Promise<FeedSession[]> {
	const of = agentToRead(actor, agentId);
	if (of === null) return [];
	return sessionsOf(ctx, of, (await readCatalogue(ctx)).catalogue, fromMs, toMs);
}

/** As ownSessions(); rights are the caller's. */
export async function sessionsOf(
	ctx: Context,
	agentId: string,
	catalogue: Catalogue,
	fromMs: number,
	toMs: number
): Promise<FeedSession[]> {
	const rows = await ctx.db.orm
		.select({ session: coachingSessions, coachName: users.name })
		.from(coachingSessions)
		.leftJoin(users, eq(users.id, coachingSessions.coachId))
		.where(
			and(
				eq(coachingSessions.agentId, agentId),
				lt(coachingSessions.startAt, toMs),
				gt(coachingSessions.endAt, fromMs)
			)
		)
		.orderBy(asc(coachingSessions.startAt));
	return rows.map(({ session, coachName }) => {
		const state = stateAt(session, ctx.now());
		const module = catalogue.modules.find(({ id }) => id === session.moduleId);
		return {
			id: session.id,
			cause: session.cause,
			title: titleOf(catalogue, session.cause),
			module: module ? { title: module.title, summary: module.summary } : null,
			metrics: session.metrics,
			coachName,
			state,
			startAt: session.startAt,
			endAt: session.endAt,
			// A coach's preparation is not meant for the agent's eyes.
			notes: state === 'held' || state === 'acknowledged' ? session.notes : '',
			heldAt: session.heldAt,
			acknowledgedAt: session.acknowledgedAt
		};
	});
}

export const titleOf = ({ behaviours }: Catalogue, cause: string) =>
	behaviours.find((behaviour) => behaviour.cause === cause)?.title ?? { en: cause, es: cause };
