import { and, asc, eq, ne } from 'drizzle-orm';
import type { Party } from '#lib/contracts/terms.ts';
import { scoreEvaluation, type EvaluationScore } from '#solver/quality/index.ts';
import { can, ForbiddenError, leadsAgent, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { messages, qualityDisputes, qualityEvaluations, visits } from '../db/schema/index.ts';
import { formVersionOf, type FormVersion } from './form-version.ts';
import { namesOf } from './people.ts';
import { readQualitySettings } from './quality-settings.ts';
import type { EvaluationRow } from './read-subject.ts';

const DAY_MS = 86_400_000;

export type DisputeRow = typeof qualityDisputes.$inferSelect;
export interface EvaluationView {
	evaluation: Omit<EvaluationRow, 'evaluator'>;
	form: Pick<FormVersion, 'formId' | 'version' | 'name' | 'body'>;
	scored: EvaluationScore;
	agentName: string;
	/** Null for the agent: the role is shown, not the person. */
	evaluatorName: string | null;
	disputes: Omit<DisputeRow, 'answeredBy'>[];
	/** Until when the agent may dispute; null: not shared. */
	disputableUntil: number | null;
	/** What was said while the agent had the contact. */
	turns: { at: number; party: Party; text: string; language: string | null }[];
	may: { dispute: boolean; answer: boolean; retract: boolean };
}

/**
 * One evaluation with its form and disputes. Supervisors may read all that are shared and their own drafts; an agent
 * the own once shared, without the evaluator's name. Null when there is none of that id for this reader.
 */
export async function readEvaluation(ctx: Context, actor: Actor, id: string): Promise<EvaluationView | null> {
	const isLead = can(actor, 'quality.view');
	if (!isLead) requireRight(actor, 'quality.own');
	const { orm } = ctx.db;
	const [row] = await orm.select().from(qualityEvaluations).where(eq(qualityEvaluations.id, id));
	const isOwnAgent = row !== undefined && actor.agentId !== null && row.agentId === actor.agentId;
	if (!isLead && !isOwnAgent) throw new ForbiddenError('quality.view');
	if (!row || row.state === 'discarded') return null;
	if (isLead && !isOwnAgent && !leadsAgent(actor, row.agentId)) return null;
	const isEvaluator = row.evaluator === actor.id;
	if (isLead ? row.state === 'draft' && !isEvaluator : row.state !== 'shared') return null;
	// Answers of a calibration are told by its own page, once everybody has given theirs.
	if (row.calibrationId !== '' && !isEvaluator) return null;
	const form = await formVersionOf(ctx, actor, row.formId, row.formVersion);
	const disputes = await orm
		.select()
		.from(qualityDisputes)
		.where(and(eq(qualityDisputes.evaluationId, id), ne(qualityDisputes.state, 'withdrawn')))
		.orderBy(asc(qualityDisputes.disputedAt));
	const { disputeDays } = await readQualitySettings(ctx);
	const disputableUntil = row.sharedAt === null ? null : row.sharedAt + disputeDays * DAY_MS;
	const names = await namesOf(ctx);
	const { evaluator, ...evaluation } = row;
	return {
		evaluation,
		// Not who wrote the form: that may be the evaluator.
		form: { formId: form.formId, version: form.version, name: form.name, body: form.body },
		scored: scoreEvaluation(form.body, row.answers),
		agentName: names.agent(row.agentId),
		evaluatorName: isLead ? names.evaluator(evaluator) : null,
		disputes: disputes.map(({ answeredBy: _, ...dispute }) => dispute),
		disputableUntil,
		turns: await turnsWith(ctx, row.contactId, row.agentId),
		may: {
			dispute:
				isOwnAgent &&
				can(actor, 'quality.own') &&
				row.calibrationId === '' &&
				disputableUntil !== null &&
				ctx.now() <= disputableUntil,
			answer: can(actor, 'quality.evaluate') && leadsAgent(actor, row.agentId),
			retract: isEvaluator && row.state === 'shared' && disputes.length === 0
		}
	};
}

/** Turns during the agent's own stays: what others said with the customer is not theirs to read. */
async function turnsWith(
	{ db: { orm } }: Context,
	contactId: string,
	agentId: string
): Promise<EvaluationView['turns']> {
	const stays = await orm
		.select()
		.from(visits)
		.where(and(eq(visits.contactId, contactId), eq(visits.agentId, agentId)));
	const said = await orm
		.select()
		.from(messages)
		.where(eq(messages.contactId, contactId))
		.orderBy(asc(messages.ordinal));
	return said
		.filter(({ at }) =>
			stays.some(
				({ leftAt, handledUntil }) => leftAt !== null && at >= leftAt && at <= (handledUntil ?? Infinity)
			)
		)
		.map(({ at, party, text, language }) => ({ at, party, text, language }));
}
