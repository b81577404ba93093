import { randomUUID } from 'node:crypto';
import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { InvalidInputError, parseInput } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { agents, coachingComments, coachingSessions, users } from '../db/schema/index.ts';
import { agentUsers, tell } from '../notices/index.ts';
import { agentToRead } from './agent-to-read.ts';
import { findSession, userIdOf } from './session-row.ts';

export const commentText = z
	.string()
	.trim()
	.min(1, { error: 'wanted some words' })
	.max(2_000, { error: 'wanted at most 2,000 characters' });

export const NewComment = z.object({
	agentId: z.string().min(1).max(200),
	sessionId: z.string().min(1).max(64).nullish(),
	text: commentText
});
export type NewComment = z.input<typeof NewComment>;

/**
 * Says something under an agent's coaching, or under one session: the agent under the own, a coach under anybody's. The
 * other side is told.
 */
export async function addComment(ctx: Context, actor: Actor, input: NewComment): Promise<{ id: string }> {
	const { agentId, sessionId = null, text } = parseInput('Writing a comment', NewComment, input);
	agentToRead(actor, agentId);
	const { orm } = ctx.db;
	const [agent] = await orm.select({ name: agents.name }).from(agents).where(eq(agents.id, agentId));
	if (!agent) throw new InvalidInputError(`Writing a comment: agentId: there is no agent "${agentId}".`);
	const session = sessionId === null ? null : await findSession(ctx, sessionId);
	if (sessionId !== null && session?.agentId !== agentId)
		throw new InvalidInputError(`Writing a comment: sessionId: the agent has no session "${sessionId}".`);
	const id = randomUUID();
	await orm.batch([
		orm.insert(coachingComments).values({
			id,
			agentId,
			sessionId,
			writtenBy: actor.id,
			text,
			writtenAt: ctx.now()
		}),
		recordAudit(ctx, actor, { action: 'coaching.comment.add', subject: `coaching-comment:${id}` })
	]);
	const isOwn = actor.agentId === agentId;
	const writer = userIdOf(actor);
	const told = isOwn
		? await coachesOf(ctx, agentId, session?.coachId ?? null)
		: await agentUsers(ctx, agentId);
	await tell(
		ctx,
		told.filter((user) => user !== writer),
		'comment.added',
		{ by: await nameOf(ctx, writer, isOwn ? agent.name : ''), agent: agent.name },
		isOwn ? `/coaching/agents/${encodeURIComponent(agentId)}` : '/me?tab=talks'
	);
	return { id };
}

/** The session's coach; without one, whoever coached the agent last. */
async function coachesOf({ db }: Context, agentId: string, coachId: string | null): Promise<string[]> {
	if (coachId !== null) return [coachId];
	const [last] = await db.orm
		.select({ coachId: coachingSessions.coachId })
		.from(coachingSessions)
		.where(and(eq(coachingSessions.agentId, agentId), isNotNull(coachingSessions.coachId)))
		.orderBy(desc(coachingSessions.startAt))
		.limit(1);
	return last?.coachId ? [last.coachId] : [];
}

async function nameOf({ db }: Context, userId: string | null, otherwise: string): Promise<string> {
	if (userId === null) return otherwise;
	const [user] = await db.orm.select({ name: users.name }).from(users).where(eq(users.id, userId));
	return user?.name ?? otherwise;
}
