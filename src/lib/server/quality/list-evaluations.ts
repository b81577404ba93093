import { and, count, desc, eq, inArray } from 'drizzle-orm';
import { can, leadsAgent, requireRight } from '../access/index.ts';
import type { EvaluationBasis, EvaluationState } from '#lib/contracts/quality.ts';
import type { Actor, Context } from '../context.ts';
import { qualityDisputes, qualityEvaluations } from '../db/schema/index.ts';
import { namesOf } from './people.ts';

export interface EvaluationListRow {
	id: string;
	contactId: string;
	agentId: string;
	agentName: string;
	/** Null for the agent, who sees the role and not the person; and where the account is gone. */
	evaluatorName: string | null;
	isOwn: boolean;
	basis: EvaluationBasis;
	state: EvaluationState;
	score: number | null;
	isFailed: boolean;
	openDisputes: number;
	contactAt: number;
	/** Null while a draft. */
	sharedAt: number | null;
	isDemo: boolean;
}

const MOST_ROWS = 2_000;

/**
 * Evaluations, newest first: a supervisor sees all that are shared and the own drafts; an agent the own that are
 * shared. Calibrations are not among them.
 */
export async function listEvaluations(ctx: Context, actor: Actor): Promise<EvaluationListRow[]> {
	const isLead = can(actor, 'quality.view');
	if (!isLead) requireRight(actor, 'quality.own');
	if (!isLead && actor.agentId === null) return [];
	const { orm } = ctx.db;
	const rows = await orm
		.select()
		.from(qualityEvaluations)
		.where(
			and(
				eq(qualityEvaluations.calibrationId, ''),
				inArray(qualityEvaluations.state, isLead ? ['shared', 'draft'] : ['shared']),
				isLead ? undefined : eq(qualityEvaluations.agentId, actor.agentId!)
			)
		)
		.orderBy(desc(qualityEvaluations.changedAt))
		.limit(MOST_ROWS);
	const open = await orm
		.select({ id: qualityDisputes.evaluationId, n: count() })
		.from(qualityDisputes)
		.where(eq(qualityDisputes.state, 'open'))
		.groupBy(qualityDisputes.evaluationId);
	const openOf = new Map(open.map(({ id, n }) => [id, n]));
	const names = await namesOf(ctx);
	return rows
		.filter(({ state, evaluator }) => state === 'shared' || evaluator === actor.id)
		.filter(({ agentId }) => agentId === actor.agentId || leadsAgent(actor, agentId))
		.map((row) => ({
			id: row.id,
			contactId: row.contactId,
			agentId: row.agentId,
			agentName: names.agent(row.agentId),
			evaluatorName: isLead ? names.evaluator(row.evaluator) : null,
			isOwn: row.evaluator === actor.id,
			basis: row.basis,
			state: row.state,
			score: row.score,
			isFailed: row.failedBy.length > 0,
			openDisputes: openOf.get(row.id) ?? 0,
			contactAt: row.contactAt,
			sharedAt: row.sharedAt,
			isDemo: row.isDemo
		}));
}
