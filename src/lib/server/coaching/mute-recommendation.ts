import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { CAUSES } from '#solver/coaching/index.ts';
import { parseInput } from '../access/index.ts';
import { recordAudit, recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { coachingMutes } from '../db/schema/index.ts';
import { ownAgent } from './agent-to-read.ts';

const WEEK_MS = 7 * 86_400_000;

export const Mute = z.object({ cause: z.enum(CAUSES), weeks: z.number().int().min(1).max(12) });
export type Mute = z.input<typeof Mute>;

/** Puts a recommendation off for some weeks: the agent's own choice. The coach's view keeps it. */
export async function muteRecommendation(
	ctx: Context,
	actor: Actor,
	input: Mute
): Promise<{ until: number }> {
	const agentId = ownAgent(actor);
	const { cause, weeks } = parseInput('Putting a recommendation off', Mute, input);
	const until = ctx.now() + weeks * WEEK_MS;
	const { orm } = ctx.db;
	await orm.batch([
		orm
			.insert(coachingMutes)
			.values({ agentId, cause, until })
			.onConflictDoUpdate({ target: [coachingMutes.agentId, coachingMutes.cause], set: { until } }),
		recordAudit(ctx, actor, {
			action: 'coaching.mute',
			subject: `agent:${agentId}`,
			after: { cause, weeks }
		})
	]);
	return { until };
}

/** Shows it again. Whether it was put off. */
export async function unmute(ctx: Context, actor: Actor, cause: string): Promise<boolean> {
	const agentId = ownAgent(actor);
	const { orm } = ctx.db;
	const [changed] = await orm.batch([
		orm.delete(coachingMutes).where(and(eq(coachingMutes.agentId, agentId), eq(coachingMutes.cause, cause))),
		recordAuditIfChanged(ctx, actor, {
			action: 'coaching.unmute',
			subject: `agent:${agentId}`,
			before: { cause }
		})
	]);
	return changed.rowsAffected > 0;
}
