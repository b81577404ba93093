import { and, eq } from 'drizzle-orm';
import { InvalidInputError, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { qualityDisputes, qualityEvaluations, qualitySamples } from '../db/schema/index.ts';
import { ownEvaluation } from './own-evaluation.ts';

/** Undo of sharing: a draft again, as long as the agent has not disputed it. */
export async function retractEvaluation(ctx: Context, actor: Actor, id: string): Promise<void> {
	requireRight(actor, 'quality.evaluate');
	const row = await ownEvaluation(ctx, actor, id, 'Taking an evaluation back');
	const { orm } = ctx.db;
	const disputes = await orm.select().from(qualityDisputes).where(eq(qualityDisputes.evaluationId, id));
	if (row.state !== 'shared' || disputes.length > 0)
		throw new InvalidInputError(
			`Taking an evaluation back: "${id}" ${disputes.length > 0 ? 'has been disputed' : 'is not shared'}.`
		);
	const isSampled = row.basis === 'random' || row.basis === 'risk';
	await orm.batch([
		orm
			.update(qualityEvaluations)
			.set({ state: 'draft', sharedAt: null, changedAt: ctx.now() })
			.where(eq(qualityEvaluations.id, id)),
		...(isSampled
			? [
					orm
						.update(qualitySamples)
						.set({ state: 'open' })
						.where(and(eq(qualitySamples.contactId, row.contactId), eq(qualitySamples.agentId, row.agentId)))
				]
			: []),
		recordAudit(ctx, actor, { action: 'evaluation.retract', subject: `evaluation:${id}` })
	]);
}
