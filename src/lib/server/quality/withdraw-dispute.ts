import { and, eq, ne } from 'drizzle-orm';
import { ForbiddenError, InvalidInputError, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { qualityDisputes, qualityEvaluations } from '../db/schema/index.ts';

/** Undo of a dispute, while nobody has answered it. */
export async function withdrawDispute(ctx: Context, actor: Actor, disputeId: string): Promise<void> {
	requireRight(actor, 'quality.own');
	const { orm } = ctx.db;
	const [row] = await orm
		.select({ dispute: qualityDisputes, agentId: qualityEvaluations.agentId })
		.from(qualityDisputes)
		.innerJoin(qualityEvaluations, eq(qualityEvaluations.id, qualityDisputes.evaluationId))
		.where(and(eq(qualityDisputes.id, disputeId), ne(qualityDisputes.state, 'withdrawn')));
	if (!row || actor.agentId === null || row.agentId !== actor.agentId)
		throw new ForbiddenError('quality.own');
	if (row.dispute.state !== 'open')
		throw new InvalidInputError('Taking a dispute back: it has been answered already.');
	await orm.batch([
		orm
			.update(qualityDisputes)
			.set({ state: 'withdrawn' })
			.where(and(eq(qualityDisputes.id, disputeId), eq(qualityDisputes.state, 'open'))),
		recordAudit(ctx, actor, {
			action: 'evaluation.undispute',
			subject: `evaluation:${row.dispute.evaluationId}`,
			after: { itemId: row.dispute.itemId }
		})
	]);
}
