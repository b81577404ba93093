import { randomUUID } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { deviationOf, METRICS } from '#solver/coaching/index.ts';
import { leadsAgent, parseInput, requireRight } from '../access/index.ts';
import { recordAuditIfChanged } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import {
	coachingEffects,
	coachingEstimates,
	coachingGoals,
	coachingRuns,
	coachingSessions
} from '../db/schema/index.ts';
import { findSession } from './session-row.ts';
import { agentUsers, tell } from '../notices/index.ts';

export const HeldSession = z.object({
	/** Seen by the agent. */
	notes: z.string().trim().min(1).max(10_000),
	goals: z
		.array(
			z.object({
				metric: z.enum(METRICS),
				/** Seconds, a share, or the figure itself. */
				target: z.number().positive(),
				byDate: z.iso.date()
			})
		)
		.max(5)
});
export type HeldSession = z.input<typeof HeldSession>;

export type HeldResult =
	| { kind: 'ok' }
	| { kind: 'refused'; reason: 'gone' | 'not-planned' }
	/** Of one goal: nothing is known of the metric, it asks for less than there is, or its day is past. */
	| { kind: 'refused'; reason: 'unmeasured' | 'no-better' | 'day-past'; metric: string };

/**
 * The talk took place: what was said and agreed, from now on to be read and acknowledged by the agent. Goals start from
 * the agent's figure in the latest comparison. A missed session can be written up too.
 */
export async function holdSession(
	ctx: Context,
	actor: Actor,
	id: string,
	input: HeldSession
): Promise<HeldResult> {
	requireRight(actor, 'coaching.lead');
	const { notes, goals } = parseInput('Holding a session', HeldSession, input);
	const row = await findSession(ctx, id);
	if (!row || !leadsAgent(actor, row.agentId)) return { kind: 'refused', reason: 'gone' };
	if (row.state !== 'planned') return { kind: 'refused', reason: 'not-planned' };
	const figures = await figuresOf(ctx, row.agentId);
	const now = ctx.now();
	for (const { metric, target, byDate } of goals) {
		const from = figures.get(metric);
		if (from === undefined) return { kind: 'refused', reason: 'unmeasured', metric };
		if (!(deviationOf(metric, from, target) > 0)) return { kind: 'refused', reason: 'no-better', metric };
		if (Date.parse(`${byDate}T23:59:59Z`) < now) return { kind: 'refused', reason: 'day-past', metric };
	}
	const { orm } = ctx.db;
	const [written] = await orm.batch([
		orm
			.update(coachingSessions)
			.set({ state: 'held', notes, heldAt: now, changedAt: now })
			.where(and(eq(coachingSessions.id, id), eq(coachingSessions.state, 'planned'))),
		recordAuditIfChanged(ctx, actor, {
			action: 'coaching.session.hold',
			subject: `coaching-session:${id}`,
			after: { goals }
		})
	]);
	if (written.rowsAffected === 0) return { kind: 'refused', reason: 'not-planned' };
	if (goals.length > 0)
		await orm.insert(coachingGoals).values(
			goals.map(({ metric, target, byDate }) => ({
				id: randomUUID(),
				sessionId: id,
				metric,
				from: figures.get(metric)!,
				target,
				byDate,
				changedAt: now
			}))
		);
	await tell(
		ctx,
		await agentUsers(ctx, row.agentId),
		'session.held',
		{ cause: row.cause },
		`/coaching/sessions/${id}`
	);
	return { kind: 'ok' };
}

/** Takes a session that was held by mistake back to planned, as long as the agent has not acknowledged it; its notes stay. */
export async function undoHold(ctx: Context, actor: Actor, id: string): Promise<boolean> {
	requireRight(actor, 'coaching.lead');
	const row = await findSession(ctx, id);
	if (!row || !leadsAgent(actor, row.agentId)) return false;
	const { orm } = ctx.db;
	const [written] = await orm.batch([
		orm
			.update(coachingSessions)
			.set({ state: 'planned', heldAt: null, changedAt: ctx.now() })
			.where(and(eq(coachingSessions.id, id), eq(coachingSessions.state, 'held'))),
		recordAuditIfChanged(ctx, actor, {
			action: 'coaching.session.unhold',
			subject: `coaching-session:${id}`,
			before: 'held',
			after: 'planned'
		})
	]);
	if (written.rowsAffected === 0) return false;
	await orm.batch([
		orm.delete(coachingGoals).where(eq(coachingGoals.sessionId, id)),
		orm.delete(coachingEffects).where(eq(coachingEffects.sessionId, id))
	]);
	return true;
}

/** What the agent reached in the latest comparison, by metric. */
async function figuresOf({ db: { orm } }: Context, agentId: string): Promise<Map<string, number>> {
	const [run] = await orm
		.select({ id: coachingRuns.id })
		.from(coachingRuns)
		.orderBy(desc(coachingRuns.computedAt))
		.limit(1);
	if (!run) return new Map();
	const rows = await orm
		.select({ metric: coachingEstimates.metric, reached: coachingEstimates.reached })
		.from(coachingEstimates)
		.where(and(eq(coachingEstimates.runId, run.id), eq(coachingEstimates.agentId, agentId)));
	return new Map(rows.map(({ metric, reached }) => [metric, reached]));
}
