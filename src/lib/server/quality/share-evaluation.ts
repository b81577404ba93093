import { and, eq } from 'drizzle-orm';
import { InvalidInputError, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { qualityEvaluations, qualitySamples } from '../db/schema/index.ts';
import { tell } from '../notices/index.ts';
import { formVersionOf } from './form-version.ts';
import { ownEvaluation } from './own-evaluation.ts';
import { usersOfAgent } from './people.ts';
import { scoreAnswers } from './score-answers.ts';

export type Shared =
	| { status: 'shared'; score: number | null }
	/** Questions that have no answer yet. */
	| { status: 'incomplete'; missing: string[] };

/**
 * Makes a draft known to its agent, and counts it. It stands for the random sample only where the contact was drawn at
 * random and nobody has evaluated it before. In a calibration nothing is told to the agent.
 */
export async function shareEvaluation(ctx: Context, actor: Actor, id: string): Promise<Shared> {
	requireRight(actor, 'quality.evaluate');
	const row = await ownEvaluation(ctx, actor, id, 'Sharing an evaluation');
	if (row.state !== 'draft')
		throw new InvalidInputError(
			`Sharing an evaluation: "${id}" is ${row.state}; only a draft can be shared.`
		);
	const form = await formVersionOf(ctx, actor, row.formId, row.formVersion);
	const { missing, score } = scoreAnswers('Sharing an evaluation', form.body, row.answers);
	if (missing.length > 0) return { status: 'incomplete', missing };
	const { orm } = ctx.db;
	const at = ctx.now();
	const isCalibration = row.calibrationId !== '';
	const sampleOf = and(
		eq(qualitySamples.contactId, row.contactId),
		eq(qualitySamples.agentId, row.agentId),
		eq(qualitySamples.state, 'open')
	);
	const [sample] = isCalibration ? [] : await orm.select().from(qualitySamples).where(sampleOf);
	const basis = isCalibration ? 'calibration' : (sample?.basis ?? 'chosen');
	await orm.batch([
		orm
			.update(qualityEvaluations)
			.set({ state: 'shared', basis, sharedAt: at, changedAt: at })
			.where(and(eq(qualityEvaluations.id, id), eq(qualityEvaluations.state, 'draft'))),
		...(sample ? [orm.update(qualitySamples).set({ state: 'done' }).where(sampleOf)] : []),
		recordAudit(ctx, actor, {
			action: 'evaluation.share',
			subject: `evaluation:${id}`,
			after: { agentId: row.agentId, contactId: row.contactId, score, basis }
		})
	]);
	if (!isCalibration)
		await tell(
			ctx,
			await usersOfAgent(ctx, row.agentId),
			'evaluation.shared',
			{ contact: row.contactId },
			`/coaching/quality/evaluations/${id}`
		);
	return { status: 'shared', score };
}
