import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { METRICS } from '#solver/coaching/index.ts';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { agents, coachingKudos, users } from '../db/schema/index.ts';
import { agentUsers, tell } from '../notices/index.ts';
import { commentText } from './add-comment.ts';
import { userIdOf } from './session-row.ts';

export const NewKudos = z.object({
	agentId: z.string().min(1).max(200),
	text: commentText,
	metric: z.enum(METRICS).nullish(),
	contactId: z.string().min(1).max(200).nullish()
});
export type NewKudos = z.input<typeof NewKudos>;

/** Praises an agent for something done well; the agent is told. */
export async function giveKudos(ctx: Context, actor: Actor, input: NewKudos): Promise<{ id: string }> {
	requireRight(actor, 'coaching.lead');
	const kudos = parseInput('Praising an agent', NewKudos, input);
	const { agentId, text, metric = null, contactId = null } = kudos;
	requireRight(actor, 'coaching.lead', { person: agentId });
	const { orm } = ctx.db;
	const [agent] = await orm.select({ id: agents.id }).from(agents).where(eq(agents.id, agentId));
	if (!agent) throw new InvalidInputError(`Praising an agent: agentId: there is no agent "${agentId}".`);
	const id = randomUUID();
	await orm.batch([
		orm
			.insert(coachingKudos)
			.values({ id, agentId, givenBy: actor.id, text, metric, contactId, givenAt: ctx.now() }),
		recordAudit(ctx, actor, {
			action: 'coaching.kudos.give',
			subject: `coaching-kudos:${id}`,
			after: { agentId, metric, contactId }
		})
	]);
	const giver = userIdOf(actor);
	const [user] = giver === null ? [] : await orm.select().from(users).where(eq(users.id, giver));
	await tell(
		ctx,
		(await agentUsers(ctx, agentId)).filter((told) => told !== giver),
		'kudos.given',
		{ by: user?.name ?? '' },
		'/me?tab=talks'
	);
	return { id };
}
