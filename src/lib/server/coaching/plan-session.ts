import type { SlotRefusal } from '#lib/contracts/coaching-views.ts';
import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import { z } from 'zod';
import { CAUSES, METRICS } from '#solver/coaching/index.ts';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import {
	agents,
	coachingEvidence,
	coachingFindings,
	coachingRuns,
	coachingSessions,
	users
} from '../db/schema/index.ts';
import { checkSlot } from './check-slot.ts';
import { readCatalogue } from './catalogue.ts';
import { userIdOf, type SessionRow } from './session-row.ts';
import { agentUsers, tell } from '../notices/index.ts';

export const SessionPlan = z
	.object({
		agentId: z.string().min(1),
		/** A user; whoever plans it where none is named. */
		coachId: z.string().min(1).optional(),
		cause: z.enum(CAUSES),
		/** The finding that it stands on; the newest of this behaviour where none is named. */
		findingId: z.string().nullish(),
		moduleId: z.string().min(1).nullable(),
		metrics: z.array(z.enum(METRICS)).min(1).max(METRICS.length),
		startAt: z.number().int(),
		endAt: z.number().int()
	})
	.refine(({ startAt, endAt }) => endAt > startAt && endAt - startAt <= 4 * 3_600_000, {
		path: ['endAt'],
		message: 'must be after the start, and at most four hours later'
	});
export type SessionPlan = z.input<typeof SessionPlan>;

export type PlannedSession = { kind: 'ok'; session: SessionRow } | { kind: 'refused'; reason: SlotRefusal };

/** Plans a talk where the roster leaves room for it; what it stands on is copied from the finding. The agent is told. */
export async function planSession(ctx: Context, actor: Actor, input: SessionPlan): Promise<PlannedSession> {
	requireRight(actor, 'coaching.lead');
	const plan = parseInput('Planning a session', SessionPlan, input);
	requireRight(actor, 'coaching.lead', { person: plan.agentId });
	const { orm } = ctx.db;
	const coachId = plan.coachId ?? userIdOf(actor);
	if (coachId === null) throw new InvalidInputError('Planning a session: coachId: a coach is needed.');
	const [[agent], [coach]] = await Promise.all([
		orm.select({ name: agents.name }).from(agents).where(eq(agents.id, plan.agentId)),
		orm.select({ name: users.name, role: users.role }).from(users).where(eq(users.id, coachId))
	]);
	if (!agent)
		throw new InvalidInputError(`Planning a session: agentId: there is no agent "${plan.agentId}".`);
	if (!coach || !['supervisor', 'admin'].includes(coach.role))
		throw new InvalidInputError('Planning a session: coachId: wanted a supervisor or an administrator.');
	const { catalogue } = await readCatalogue(ctx);
	if (plan.moduleId !== null && !catalogue.modules.some(({ id }) => id === plan.moduleId))
		throw new InvalidInputError(
			`Planning a session: moduleId: the catalogue has no module "${plan.moduleId}".`
		);
	const reason = await checkSlot(ctx, { ...plan, coachId });
	if (reason) return { kind: 'refused', reason };
	const now = ctx.now();
	const session: SessionRow = {
		id: randomUUID(),
		agentId: plan.agentId,
		coachId,
		cause: plan.cause,
		moduleId: plan.moduleId,
		metrics: [...new Set(plan.metrics)],
		...(await groundsOf(ctx, plan)),
		state: 'planned',
		stateBefore: null,
		startAt: plan.startAt,
		endAt: plan.endAt,
		notes: '',
		heldAt: null,
		acknowledgedAt: null,
		createdBy: actor.id,
		createdAt: now,
		changedAt: now
	};
	const [written] = await orm.batch([
		insertIfFree(ctx, session),
		recordAuditIfChanged(ctx, actor, {
			action: 'coaching.session.plan',
			subject: `coaching-session:${session.id}`,
			after: { agentId: plan.agentId, coachId, cause: plan.cause, startAt: plan.startAt, endAt: plan.endAt }
		})
	]);
	if (written.rowsAffected === 0)
		return { kind: 'refused', reason: (await checkSlot(ctx, { ...plan, coachId })) ?? 'agent-busy' };
	await tell(
		ctx,
		await agentUsers(ctx, plan.agentId),
		'session.planned',
		{ coach: coach.name, cause: plan.cause, startAt: plan.startAt },
		`/coaching/sessions/${session.id}`
	);
	return { kind: 'ok', session };
}

/** One statement decides between two who plan the same person at the same moment. */
function insertIfFree({ db: { orm } }: Context, session: SessionRow) {
	const values = Object.entries(getTableColumns(coachingSessions)).map(([key, column]) =>
		sql.param(session[key as keyof SessionRow] ?? null, column)
	);
	const { state, agentId, coachId, startAt, endAt } = coachingSessions;
	return orm.insert(coachingSessions).select(
		sql`select ${sql.join(values, sql`, `)} where not exists (select 1 from ${coachingSessions}
			where ${state} = 'planned' and (${agentId} = ${session.agentId} or ${coachId} = ${session.coachId})
			and ${startAt} < ${session.endAt} and ${endAt} > ${session.startAt})`
	);
}

/** Case, expected effect and evidence as the finding has them now; the next computation replaces it. */
async function groundsOf(
	{ db: { orm } }: Context,
	{ agentId, cause, findingId, moduleId }: z.output<typeof SessionPlan>
): Promise<Pick<SessionRow, 'mainCase' | 'expected' | 'evidence'>> {
	const ofAgent = and(eq(coachingFindings.agentId, agentId), eq(coachingFindings.cause, cause));
	const [found] = await orm
		.select({ finding: coachingFindings })
		.from(coachingFindings)
		.innerJoin(coachingRuns, eq(coachingRuns.id, coachingFindings.runId))
		.where(findingId ? and(ofAgent, eq(coachingFindings.id, findingId)) : ofAgent)
		.orderBy(desc(coachingRuns.computedAt))
		.limit(1);
	if (!found) return { mainCase: null, expected: [], evidence: [] };
	const { finding } = found;
	const evidence = await orm
		.select()
		.from(coachingEvidence)
		.where(eq(coachingEvidence.findingId, finding.id))
		.orderBy(asc(coachingEvidence.ordinal));
	const recommended = finding.recommendations as { module: string; effects: unknown[] }[];
	return {
		mainCase: finding.mainCase as SessionRow['mainCase'],
		expected: recommended.find(({ module }) => module === moduleId)?.effects ?? [],
		evidence: evidence.map(({ contactId, agentId: of, role, score, values }) => ({
			contactId,
			agentId: of,
			role,
			score,
			values
		}))
	};
}
