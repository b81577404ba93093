import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { can, ForbiddenError, leadsAgent, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { coachingEstimates, coachingEvidence, coachingFindings, coachingRuns } from '../db/schema/index.ts';

export type CoachingRun = typeof coachingRuns.$inferSelect;
export type CoachingEstimate = typeof coachingEstimates.$inferSelect;
export type CoachingFinding = typeof coachingFindings.$inferSelect & {
	evidence: (typeof coachingEvidence.$inferSelect)[];
};
export interface CoachingView {
	run: CoachingRun;
	estimates: CoachingEstimate[];
	/** Most worth doing first. */
	findings: CoachingFinding[];
}

/** The latest run over all agents; null while nothing has been computed. */
export async function readCoaching(ctx: Context, actor: Actor): Promise<CoachingView | null> {
	requireRight(actor, 'coaching.view');
	const view = await readView(ctx, null);
	return view && partOf(view, actor);
}

/**
 * One agent's part of the latest run. Supervisors may read anybody's; an agent only their own, and there nothing that
 * names a colleague: mentors are the supervisor's to bring in, peers' contacts theirs to share.
 */
export async function readAgentCoaching(
	ctx: Context,
	actor: Actor,
	agentId: string
): Promise<CoachingView | null> {
	if (can(actor, 'coaching.view')) {
		requireRight(actor, 'coaching.view', { person: agentId });
		const view = await readView(ctx, agentId);
		return view && partOf(view, actor);
	}
	requireRight(actor, 'coaching.own');
	if (actor.agentId === null || actor.agentId !== agentId) throw new ForbiddenError('coaching.view');
	const view = await readView(ctx, agentId);
	return (
		view && {
			...view,
			findings: view.findings.map((finding) => ({
				...finding,
				mentors: [],
				evidence: finding.evidence.filter((evidence) => evidence.agentId === agentId)
			}))
		}
	);
}

/** An agent's estimates run by run, oldest first: the trend beside the fair expectation. Rights as for one run. */
export async function readCoachingTrend(
	ctx: Context,
	actor: Actor,
	agentId: string
): Promise<{ run: CoachingRun; estimates: CoachingEstimate[] }[]> {
	if (can(actor, 'coaching.view')) requireRight(actor, 'coaching.view', { person: agentId });
	else {
		requireRight(actor, 'coaching.own');
		if (actor.agentId === null || actor.agentId !== agentId) throw new ForbiddenError('coaching.view');
	}
	const rows = await ctx.db.orm
		.select({ run: coachingRuns, estimate: coachingEstimates })
		.from(coachingEstimates)
		.innerJoin(coachingRuns, eq(coachingEstimates.runId, coachingRuns.id))
		.where(eq(coachingEstimates.agentId, agentId))
		.orderBy(asc(coachingRuns.computedAt), asc(coachingRuns.id));
	return [...Map.groupBy(rows, ({ run }) => run.id).values()].map((own) => ({
		run: own[0]!.run,
		estimates: own.map(({ estimate }) => estimate)
	}));
}

/** Of the people whom the actor leads; nobody else is named as a mentor or by their contacts. */
function partOf(view: CoachingView, actor: Actor): CoachingView {
	const isLed = ({ agentId }: { agentId: string }) => leadsAgent(actor, agentId);
	return {
		...view,
		estimates: view.estimates.filter(isLed),
		findings: view.findings.filter(isLed).map((finding) => ({
			...finding,
			mentors: (finding.mentors as { agentId: string }[]).filter(isLed),
			evidence: finding.evidence.filter(isLed)
		}))
	};
}

async function readView({ db: { orm } }: Context, agentId: string | null): Promise<CoachingView | null> {
	const [run] = await orm.select().from(coachingRuns).orderBy(desc(coachingRuns.computedAt)).limit(1);
	if (!run) return null;
	const estimates = await orm
		.select()
		.from(coachingEstimates)
		.where(
			agentId === null
				? eq(coachingEstimates.runId, run.id)
				: and(eq(coachingEstimates.runId, run.id), eq(coachingEstimates.agentId, agentId))
		);
	const found = await orm
		.select()
		.from(coachingFindings)
		.where(
			agentId === null
				? eq(coachingFindings.runId, run.id)
				: and(eq(coachingFindings.runId, run.id), eq(coachingFindings.agentId, agentId))
		)
		.orderBy(desc(coachingFindings.priority));
	const ofRun = orm
		.select({ id: coachingFindings.id })
		.from(coachingFindings)
		.where(
			agentId === null
				? eq(coachingFindings.runId, run.id)
				: and(eq(coachingFindings.runId, run.id), eq(coachingFindings.agentId, agentId))
		);
	const evidence = await orm
		.select()
		.from(coachingEvidence)
		.where(inArray(coachingEvidence.findingId, ofRun))
		.orderBy(asc(coachingEvidence.ordinal));
	const evidenceOf = Map.groupBy(evidence, ({ findingId }) => findingId);
	return {
		run,
		estimates,
		findings: found.map((row) => ({ ...row, evidence: evidenceOf.get(row.id) ?? [] }))
	};
}
