import { eq } from 'drizzle-orm';
import { InvalidInputError, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { qualityEvaluations } from '../db/schema/index.ts';
import { ownEvaluation } from './own-evaluation.ts';

/** Throws a draft away, or brings it back. */
export async function discardDraft(
	ctx: Context,
	actor: Actor,
	{ id, isDiscarded }: { id: string; isDiscarded: boolean }
): Promise<void> {
	requireRight(actor, 'quality.evaluate');
	const row = await ownEvaluation(ctx, actor, id, 'Discarding a draft');
	if (row.state !== (isDiscarded ? 'draft' : 'discarded'))
		throw new InvalidInputError(`Discarding a draft: "${id}" is ${row.state}.`);
	const { orm } = ctx.db;
	await orm.batch([
		orm
			.update(qualityEvaluations)
			.set({ state: isDiscarded ? 'discarded' : 'draft', changedAt: ctx.now() })
			.where(eq(qualityEvaluations.id, id)),
		recordAudit(ctx, actor, {
			action: isDiscarded ? 'evaluation.discard' : 'evaluation.undiscard',
			subject: `evaluation:${id}`
		})
	]);
}
