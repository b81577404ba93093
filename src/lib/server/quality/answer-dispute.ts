import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { qualityDisputes, qualityEvaluations } from '../db/schema/index.ts';
import { tell } from '../notices/index.ts';
import { formVersionOf } from './form-version.ts';
import { usersOfAgent } from './people.ts';
import { scoreAnswers } from './score-answers.ts';

const AnswerInput = z.object({
	disputeId: z.string().min(1).max(60),
	/** Null: the answer stays as it was. */
	value: z.union([z.int().min(0).max(10), z.literal('na')]).nullable(),
	answer: z.string().trim().min(3, 'wanted an answer in some words').max(2_000)
});
export type DisputeAnswered =
	| { status: 'upheld' | 'changed'; scoreBefore: number | null; scoreAfter: number | null }
	/** Somebody else was first, or the agent took it back. */
	| { status: 'no-longer-open' };

/** The evaluator or another supervisor answers: the value stays, or is changed and the score made anew; both are kept. */
export async function answerDispute(
	ctx: Context,
	actor: Actor,
	input: z.input<typeof AnswerInput>
): Promise<DisputeAnswered> {
	requireRight(actor, 'quality.evaluate');
	const { disputeId, value, answer } = parseInput('Answering a dispute', AnswerInput, input);
	const { orm } = ctx.db;
	const [row] = await orm
		.select({ dispute: qualityDisputes, evaluation: qualityEvaluations })
		.from(qualityDisputes)
		.innerJoin(qualityEvaluations, eq(qualityEvaluations.id, qualityDisputes.evaluationId))
		.where(eq(qualityDisputes.id, disputeId));
	if (!row) throw new InvalidInputError(`Answering a dispute: there is no dispute "${disputeId}".`);
	const { dispute, evaluation } = row;
	requireRight(actor, 'quality.evaluate', { person: evaluation.agentId });
	if (evaluation.agentId === actor.agentId)
		throw new InvalidInputError('Answering a dispute: it is your own; somebody else has to answer it.');
	if (dispute.state !== 'open') return { status: 'no-longer-open' };
	const { itemId } = dispute;
	const now = evaluation.answers[itemId]!;
	const isChanged = value !== null && value !== now.value;
	const answers = isChanged ? { ...evaluation.answers, [itemId]: { ...now, value } } : evaluation.answers;
	const form = await formVersionOf(ctx, actor, evaluation.formId, evaluation.formVersion);
	const { score, weighted, failedBy } = scoreAnswers('Answering a dispute', form.body, answers);
	const at = ctx.now();
	const status = isChanged ? 'changed' : 'upheld';
	await orm.batch([
		orm
			.update(qualityDisputes)
			.set({
				state: status,
				answer,
				answeredBy: actor.id,
				answeredAt: at,
				valueAfter: isChanged ? value : now.value,
				scoreBefore: evaluation.score,
				scoreAfter: score
			})
			.where(and(eq(qualityDisputes.id, disputeId), eq(qualityDisputes.state, 'open'))),
		...(isChanged
			? [
					orm
						.update(qualityEvaluations)
						.set({ answers, score, weighted, failedBy, changedAt: at })
						.where(eq(qualityEvaluations.id, evaluation.id))
				]
			: []),
		recordAudit(ctx, actor, {
			action: `evaluation.dispute-${status}`,
			subject: `evaluation:${evaluation.id}`,
			before: { itemId, value: now.value, score: evaluation.score },
			after: { itemId, value: isChanged ? value : now.value, score }
		})
	]);
	await tell(
		ctx,
		await usersOfAgent(ctx, evaluation.agentId),
		'evaluation.answered',
		{ contact: evaluation.contactId },
		`/coaching/quality/evaluations/${evaluation.id}`
	);
	return { status, scoreBefore: evaluation.score, scoreAfter: score };
}
