import { and, asc, eq, gt, isNull, lt, lte, ne, or, sql } from 'drizzle-orm';
import { applyChanges, type ScheduleChange } from '#solver/adherence/index.ts';
import type { Context } from '../context.ts';
import {
	publicationAgents,
	publications,
	rosters,
	scheduleChanges,
	shifts,
	type ShiftPart
} from '../db/schema/index.ts';

export interface ScheduledShift {
	startAt: number;
	endAt: number;
	/** Off the queues within it. */
	breaks: ShiftPart[];
}

/** Shifts that reach over the edges of a span are changed by what lies beyond it, too. */
const MARGIN_MS = 24 * 3_600_000;

/**
 * Published shifts that touch a span with what has changed on the day, by agent and in order of time. For domains:
 * rights are the caller's.
 */
export async function scheduleAsChanged(
	ctx: Context,
	fromMs: number,
	toMs: number,
	agentId: string | null = null
): Promise<Map<string, ScheduledShift[]>> {
	const [published, changes] = await Promise.all([
		// A shift that was over before the span may have been made longer.
		scheduleAsPublished(ctx, fromMs - MARGIN_MS, toMs, agentId),
		changesInForce(ctx, fromMs - MARGIN_MS, toMs + MARGIN_MS)
	]);
	const schedule = new Map<string, ScheduledShift[]>();
	const ids = new Set([...published.keys(), ...changes.keys()]);
	for (const id of agentId === null ? ids : [agentId]) {
		const own = published.get(id) ?? [];
		const left = applyChanges<ShiftPart, ScheduledShift>(own, changes.get(id) ?? []).filter(
			({ startAt, endAt }) => startAt < toMs && endAt > fromMs
		);
		if (left.length > 0) schedule.set(id, left);
	}
	return schedule;
}

/**
 * Published shifts that touch a span as they were published. Where several publications hold for a person's day, its
 * shifts are those of the latest, so that nobody is counted twice. A roster that was published before publications were
 * kept comes before all of them.
 *
 * @param without a publication that is left out: what holds if it is taken back
 */
export async function scheduleAsPublished(
	{ db }: Context,
	fromMs: number,
	toMs: number,
	agentId: string | null = null,
	{ without = null }: { without?: string | null } = {}
): Promise<Map<string, ScheduledShift[]>> {
	const later = sql`exists (select 1 from publication_agents as la join publications as lp on lp.id = la.publication_id
		where la.agent_id = ${shifts.agentId} and la.from_at <= ${shifts.startAt} and la.to_at > ${shifts.startAt}
		and lp.kind = 'publish' and lp.withdrawn_at is null and lp.id is not ${without}
		and lp.version > coalesce(${publications.version}, 0))`;
	const rows = await db.orm
		.select({
			agentId: shifts.agentId,
			startAt: shifts.startAt,
			endAt: shifts.endAt,
			breaks: shifts.breaks
		})
		.from(shifts)
		.innerJoin(rosters, eq(rosters.id, shifts.rosterId))
		.leftJoin(
			publications,
			and(
				eq(publications.rosterId, rosters.id),
				eq(publications.kind, 'publish'),
				isNull(publications.withdrawnAt)
			)
		)
		.leftJoin(
			publicationAgents,
			and(eq(publicationAgents.publicationId, publications.id), eq(publicationAgents.agentId, shifts.agentId))
		)
		.where(
			and(
				eq(rosters.status, 'published'),
				lt(shifts.startAt, toMs),
				gt(shifts.endAt, fromMs),
				or(
					isNull(publications.id),
					and(
						lte(publicationAgents.fromAt, shifts.startAt),
						gt(publicationAgents.toAt, shifts.startAt),
						...(without === null ? [] : [ne(publications.id, without)])
					)
				),
				sql`not ${later}`,
				...(agentId === null ? [] : [eq(shifts.agentId, agentId)])
			)
		)
		.orderBy(asc(shifts.startAt));
	const schedule = new Map<string, ScheduledShift[]>();
	for (const { agentId: id, ...shift } of rows) {
		const own = schedule.get(id) ?? [];
		own.push(shift);
		schedule.set(id, own);
	}
	return schedule;
}

/** By agent, in the order in which they were recorded. */
export async function changesInForce(
	{ db }: Context,
	fromMs: number,
	toMs: number
): Promise<Map<string, ScheduleChange[]>> {
	const rows = await db.orm
		.select()
		.from(scheduleChanges)
		.where(
			and(
				isNull(scheduleChanges.removedAt),
				lt(scheduleChanges.fromAt, toMs),
				gt(scheduleChanges.toAt, fromMs)
			)
		)
		.orderBy(asc(scheduleChanges.order));
	return Map.groupBy(rows, ({ agentId }) => agentId);
}
