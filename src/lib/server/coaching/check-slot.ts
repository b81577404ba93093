import type { SlotRefusal } from '#lib/contracts/coaching-views.ts';
import { and, eq, gt, lt, ne, or } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { coachingSessions } from '../db/schema/index.ts';
import { LEAST_MARGIN, leastMargin } from './margins.ts';
import { readCoverage } from './read-coverage.ts';

interface Wanted {
	agentId: string;
	coachId: string;
	startAt: number;
	endAt: number;
	/** The session that is moved. */
	sessionId?: string;
}

/** Why a session can't be at this time; null when it can. What no roster or plan tells stands in nobody's way. */
export async function checkSlot(ctx: Context, wanted: Wanted): Promise<SlotRefusal | null> {
	const { agentId, coachId, startAt, endAt, sessionId } = wanted;
	if (startAt < ctx.now()) return 'past';
	const meant = await ctx.db.orm
		.select({ agentId: coachingSessions.agentId })
		.from(coachingSessions)
		.where(
			and(
				eq(coachingSessions.state, 'planned'),
				or(eq(coachingSessions.agentId, agentId), eq(coachingSessions.coachId, coachId)),
				lt(coachingSessions.startAt, endAt),
				gt(coachingSessions.endAt, startAt),
				ne(coachingSessions.id, sessionId ?? '')
			)
		);
	if (meant.length > 0) return meant.some((other) => other.agentId === agentId) ? 'agent-busy' : 'coach-busy';
	const coverage = await readCoverage(ctx, agentId, startAt, endAt, sessionId);
	if (!coverage.isRostered(startAt)) return null;
	const shift = coverage.shifts.find((one) => one.startAt <= startAt && one.endAt >= endAt);
	if (!shift) return 'not-on-shift';
	if (shift.breaks.some((pause) => pause.startAt < endAt && pause.endAt > startAt)) return 'on-break';
	const margin = leastMargin(coverage.margins, startAt, endAt);
	return margin !== null && margin < LEAST_MARGIN ? 'coverage' : null;
}
