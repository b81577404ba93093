import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { parseInput } from '../access/index.ts';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { agents, coachingComments, coachingSessions } from '../db/schema/index.ts';
import { tell } from '../notices/index.ts';
import { ownAgent } from './agent-to-read.ts';
import { commentText } from './add-comment.ts';
import { findSession } from './session-row.ts';

export const Acknowledgement = z.object({ comment: commentText.optional() });
export type Acknowledgement = z.input<typeof Acknowledgement>;

export type Acknowledged =
	{ kind: 'ok' } | { kind: 'refused'; reason: 'unknown-session' | 'not-held' | 'already' };

/**
 * The agent has read what was noted and agreed. Another agent's session is as unknown as one that does not exist. The
 * coach is told.
 */
export async function acknowledgeSession(
	ctx: Context,
	actor: Actor,
	id: string,
	input: Acknowledgement = {}
): Promise<Acknowledged> {
	const agentId = ownAgent(actor);
	const { comment } = parseInput('Acknowledging a session', Acknowledgement, input);
	const session = await findSession(ctx, id);
	if (!session || session.agentId !== agentId) return { kind: 'refused', reason: 'unknown-session' };
	if (session.state === 'acknowledged') return { kind: 'refused', reason: 'already' };
	if (session.state !== 'held') return { kind: 'refused', reason: 'not-held' };
	const { orm } = ctx.db;
	const now = ctx.now();
	const [changed] = await orm.batch([
		orm
			.update(coachingSessions)
			.set({ state: 'acknowledged', acknowledgedAt: now, changedAt: now })
			.where(and(eq(coachingSessions.id, id), eq(coachingSessions.state, 'held'))),
		recordAuditIfChanged(ctx, actor, {
			action: 'coaching.session.acknowledge',
			subject: `coaching-session:${id}`,
			before: 'held',
			after: 'acknowledged'
		})
	]);
	if (changed.rowsAffected === 0) return { kind: 'refused', reason: 'already' };
	if (comment !== undefined)
		await orm.insert(coachingComments).values({
			id: randomUUID(),
			agentId,
			sessionId: id,
			writtenBy: actor.id,
			text: comment,
			writtenAt: now
		});
	if (session.coachId !== null) {
		const [agent] = await orm.select({ name: agents.name }).from(agents).where(eq(agents.id, agentId));
		await tell(
			ctx,
			[session.coachId],
			'session.acknowledged',
			{ session: id, agent: agent?.name ?? agentId, cause: session.cause, startAt: session.startAt },
			`/coaching/sessions/${id}`
		);
	}
	return { kind: 'ok' };
}
