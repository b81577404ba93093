import { eq } from 'drizzle-orm';
import { ForbiddenError, InvalidInputError, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { qualityEvaluations } from '../db/schema/index.ts';
import type { EvaluationRow } from './read-subject.ts';

/** Only who made an evaluation may change it. */
export async function ownEvaluation(
	{ db }: Context,
	actor: Actor,
	id: string,
	action: string
): Promise<EvaluationRow> {
	const [row] = await db.orm.select().from(qualityEvaluations).where(eq(qualityEvaluations.id, id));
	if (!row) throw new InvalidInputError(`${action}: there is no evaluation "${id}".`);
	if (row.evaluator !== actor.id) throw new ForbiddenError('quality.evaluate');
	requireRight(actor, 'quality.evaluate', { person: row.agentId });
	return row;
}
