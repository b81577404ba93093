import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { ForbiddenError, InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { qualityDisputes, qualityEvaluations } from '../db/schema/index.ts';
import { tell } from '../notices/index.ts';
import { userIdOf } from './people.ts';
import { readEvaluation } from './read-evaluation.ts';

const DisputeInput = z.object({
	evaluationId: z.string().min(1).max(60),
	itemId: z.string().min(1).max(40),
	reason: z.string().trim().min(3, 'wanted the reason in some words').max(2_000)
});
export type Disputed =
	| { status: 'disputed'; id: string }
	/** Shared too long ago, or the question was disputed before. */
	| { status: 'too-late' | 'already-disputed' };

/** An agent objects to one answer of an own evaluation, within the days that the centre allows. */
export async function disputeItem(
	ctx: Context,
	actor: Actor,
	input: z.input<typeof DisputeInput>
): Promise<Disputed> {
	requireRight(actor, 'quality.own');
	const { evaluationId, itemId, reason } = parseInput('Disputing an answer', DisputeInput, input);
	const view = await readEvaluation(ctx, actor, evaluationId);
	if (!view || view.evaluation.agentId !== actor.agentId) throw new ForbiddenError('quality.own');
	const answer = view.evaluation.answers[itemId];
	if (!answer) throw new InvalidInputError(`Disputing an answer: the evaluation has no answer "${itemId}".`);
	if (!view.may.dispute) return { status: 'too-late' };
	if (view.disputes.some((dispute) => dispute.itemId === itemId)) return { status: 'already-disputed' };
	const { orm } = ctx.db;
	const id = randomUUID();
	const { score } = view.evaluation;
	await orm.batch([
		orm.insert(qualityDisputes).values({
			id,
			evaluationId,
			itemId,
			reason,
			disputedAt: ctx.now(),
			valueBefore: answer.value,
			scoreBefore: score
		}),
		recordAudit(ctx, actor, {
			action: 'evaluation.dispute',
			subject: `evaluation:${evaluationId}`,
			after: { itemId }
		})
	]);
	const [row] = await orm.select().from(qualityEvaluations).where(eq(qualityEvaluations.id, evaluationId));
	await tell(
		ctx,
		userIdOf(row!.evaluator),
		'evaluation.disputed',
		{ agent: view.agentName, contact: view.evaluation.contactId },
		`/coaching/quality/evaluations/${evaluationId}`
	);
	return { status: 'disputed', id };
}
