import { and, asc, eq, gt, inArray, lt } from 'drizzle-orm';
import type { SessionView, StoredEffect } from '#lib/contracts/coaching-views.ts';
import type { SessionState } from '#lib/contracts/coaching.ts';
import type { ExpectedEffect } from '#solver/coaching/index.ts';
import { can, ForbiddenError, leadsAgent, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { agents, coachingEffects, coachingGoals, coachingSessions, users } from '../db/schema/index.ts';
import { findSession, stateAt, type SessionRow } from './session-row.ts';

export interface SessionFilter {
	agentId?: string;
	coachId?: string;
	/** Instants: sessions that touch the span. */
	fromMs?: number;
	toMs?: number;
	states?: SessionState[];
}

/** Sessions in order of time. An agent may ask for their own and nobody else's. */
export async function listSessions(
	ctx: Context,
	actor: Actor,
	filter: SessionFilter = {}
): Promise<SessionView[]> {
	const isOwn = requireSight(actor, filter.agentId ?? null);
	const { agentId, coachId, fromMs, toMs, states } = filter;
	const rows = await ctx.db.orm
		.select()
		.from(coachingSessions)
		.where(
			and(
				agentId === undefined ? undefined : eq(coachingSessions.agentId, agentId),
				coachId === undefined ? undefined : eq(coachingSessions.coachId, coachId),
				fromMs === undefined ? undefined : gt(coachingSessions.endAt, fromMs),
				toMs === undefined ? undefined : lt(coachingSessions.startAt, toMs)
			)
		)
		.orderBy(asc(coachingSessions.startAt));
	const views = await viewsOf(
		ctx,
		rows.filter((row) => isOwn || leadsAgent(actor, row.agentId)),
		isOwn
	);
	return states ? views.filter(({ state }) => states.includes(state)) : views;
}

/** One session; null when there is none such. Rights as for the list. */
export async function readSession(ctx: Context, actor: Actor, id: string): Promise<SessionView | null> {
	if (!can(actor, 'coaching.view')) requireRight(actor, 'coaching.own');
	const row = await findSession(ctx, id);
	if (!row || (can(actor, 'coaching.view') && !leadsAgent(actor, row.agentId))) return null;
	const isOwn = requireSight(actor, row.agentId);
	return (await viewsOf(ctx, [row], isOwn))[0]!;
}

/** Time that coaching takes out of the roster: no word of what it is about. */
export async function listReserved(
	ctx: Context,
	actor: Actor,
	fromMs: number,
	toMs: number
): Promise<{ agentId: string; startAt: number; endAt: number }[]> {
	requireRight(actor, 'coaching.reserved');
	const rows = await ctx.db.orm
		.select({
			agentId: coachingSessions.agentId,
			startAt: coachingSessions.startAt,
			endAt: coachingSessions.endAt
		})
		.from(coachingSessions)
		.where(
			and(
				inArray(coachingSessions.state, ['planned', 'held', 'acknowledged']),
				lt(coachingSessions.startAt, toMs),
				gt(coachingSessions.endAt, fromMs)
			)
		)
		.orderBy(asc(coachingSessions.startAt));
	return rows.filter(({ agentId }) => leadsAgent(actor, agentId));
}

/** Whether it is the actor's own, as an agent. @throws ForbiddenError when neither that nor a supervisor's */
function requireSight(actor: Actor, agentId: string | null): boolean {
	if (can(actor, 'coaching.view')) {
		requireRight(actor, 'coaching.view', { person: agentId });
		return false;
	}
	requireRight(actor, 'coaching.own');
	if (actor.agentId === null || actor.agentId !== agentId) throw new ForbiddenError('coaching.view');
	return true;
}

async function viewsOf(ctx: Context, rows: readonly SessionRow[], isOwn: boolean): Promise<SessionView[]> {
	if (rows.length === 0) return [];
	const { orm } = ctx.db;
	const ids = rows.map(({ id }) => id);
	const [people, coaches, goals, effects] = await Promise.all([
		orm.select({ id: agents.id, name: agents.name }).from(agents),
		orm.select({ id: users.id, name: users.name }).from(users),
		orm
			.select()
			.from(coachingGoals)
			.where(inArray(coachingGoals.sessionId, ids))
			.orderBy(asc(coachingGoals.byDate), asc(coachingGoals.id)),
		orm.select().from(coachingEffects).where(inArray(coachingEffects.sessionId, ids))
	]);
	const agentNames = new Map(people.map(({ id, name }) => [id, name]));
	const coachNames = new Map(coaches.map(({ id, name }) => [id, name]));
	const goalsOf = Map.groupBy(goals, ({ sessionId }) => sessionId);
	const effectsOf = Map.groupBy(effects, ({ sessionId }) => sessionId);
	const now = ctx.now();
	return rows.map((row): SessionView => ({
		id: row.id,
		agentId: row.agentId,
		agentName: agentNames.get(row.agentId) ?? row.agentId,
		coachId: row.coachId,
		coachName: row.coachId === null ? null : (coachNames.get(row.coachId) ?? null),
		cause: row.cause,
		moduleId: row.moduleId,
		metrics: row.metrics,
		mainCase: row.mainCase,
		expected: row.expected as ExpectedEffect[],
		evidence: isOwn ? row.evidence.filter(({ agentId }) => agentId === row.agentId) : row.evidence,
		state: stateAt(row, now),
		startAt: row.startAt,
		endAt: row.endAt,
		notes: isOwn && row.heldAt === null ? '' : row.notes,
		heldAt: row.heldAt,
		acknowledgedAt: row.acknowledgedAt,
		goals: (goalsOf.get(row.id) ?? []).map(
			({ id, metric, from, target, byDate, state, current, probability }) => ({
				id,
				metric,
				from,
				target,
				byDate,
				state,
				current,
				probability
			})
		),
		effects: (effectsOf.get(row.id) ?? [])
			.map(({ metric, found, computedAt }) => ({ metric, found: found as StoredEffect, computedAt }))
			.sort((a, b) => row.metrics.indexOf(a.metric) - row.metrics.indexOf(b.metric))
	}));
}
