import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { InvalidInputError, leadsAgent, parseInput, requireRight } from '../access/index.ts';
import { recordAudit, recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { adherenceExcuses, agents } from '../db/schema/index.ts';

const LONGEST_MS = 24 * 3_600_000;

const ExcuseInput = z.object({
	agentId: z.string().min(1),
	fromAt: z.int(),
	toAt: z.int(),
	reason: z.string().trim().min(1, 'say why').max(300, 'at most 300 characters')
});
export type ExcuseInput = z.input<typeof ExcuseInput>;

/** Excuses somebody's departure from the schedule: that time counts as kept from now on, live and in the record. */
export async function excuseException(
	ctx: Context,
	actor: Actor,
	input: ExcuseInput
): Promise<{ excuseId: string }> {
	requireRight(actor, 'adherence.excuse');
	const wanted = parseInput('Excusing an exception', ExcuseInput, input);
	const { agentId, fromAt, toAt, reason } = wanted;
	requireRight(actor, 'adherence.excuse', { person: agentId });
	if (toAt <= fromAt || toAt - fromAt > LONGEST_MS)
		throw new InvalidInputError('Excusing an exception: its end must come after its start, within a day.');
	const { orm } = ctx.db;
	const [agent] = await orm.select({ id: agents.id }).from(agents).where(eq(agents.id, agentId));
	if (!agent) throw new InvalidInputError(`Excusing an exception: there is no agent "${agentId}".`);
	const id = randomUUID();
	await orm.batch([
		orm
			.insert(adherenceExcuses)
			.values({ id, agentId, fromAt, toAt, reason, createdBy: actor.id, createdAt: ctx.now() }),
		recordAudit(ctx, actor, {
			action: 'adherence.excuse',
			subject: `agent:${agentId}`,
			after: { id, fromAt, toAt, reason },
			reason
		})
	]);
	return { excuseId: id };
}

/** Takes an excuse back: the time counts as it did. False when there is none such in force. */
export async function takeBackExcuse(ctx: Context, actor: Actor, id: string): Promise<boolean> {
	requireRight(actor, 'adherence.excuse');
	const { orm } = ctx.db;
	const inForce = and(eq(adherenceExcuses.id, id), isNull(adherenceExcuses.removedAt));
	const [found] = await orm.select().from(adherenceExcuses).where(inForce);
	if (!found || !leadsAgent(actor, found.agentId)) return false;
	await orm.batch([
		orm.update(adherenceExcuses).set({ removedBy: actor.id, removedAt: ctx.now() }).where(inForce),
		recordAuditIfChanged(ctx, actor, {
			action: 'adherence.unexcuse',
			subject: `agent:${found.agentId}`,
			before: { id, fromAt: found.fromAt, toAt: found.toAt, reason: found.reason }
		})
	]);
	return true;
}
