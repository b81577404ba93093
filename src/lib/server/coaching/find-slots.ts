import type { FoundSlots } from '#lib/contracts/coaching-views.ts';
import { and, eq, gt, lt, or } from 'drizzle-orm';
import { z } from 'zod';
import { parseInput, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { coachingSessions } from '../db/schema/index.ts';
import { openingHoursOf } from '../staffing/index.ts';
import { chooseSlots } from './choose-slots.ts';
import { dayBands } from './day-bands.ts';
import { openSpans } from './open-hours.ts';
import { readCoverage } from './read-coverage.ts';
import { siteZone } from './site-zone.ts';

export const SlotQuestion = z.object({
	agentId: z.string().min(1),
	coachId: z.string().min(1),
	minutes: z.number().int().min(5).max(240),
	/** Local date from which on. */
	fromDate: z.iso.date(),
	days: z.number().int().min(1).max(28).default(10),
	/** A session that is to be moved: it is in nobody's way. */
	sessionId: z.string().optional()
});
export type SlotQuestion = z.input<typeof SlotQuestion>;

const DAY_MS = 86_400_000;

/**
 * Times in which the agent is on shift and not on a break, neither agent nor coach is in another session, and the plan
 * has at least one person more than it needs. On days without a published roster the hours of the agent's queues are
 * offered, and coverage is not known.
 */
export async function findSlots(ctx: Context, actor: Actor, input: SlotQuestion): Promise<FoundSlots> {
	requireRight(actor, 'coaching.lead');
	const question = parseInput('Looking for a slot', SlotQuestion, input);
	requireRight(actor, 'coaching.lead', { person: question.agentId });
	const timeZone = await siteZone(ctx);
	const noon = Date.parse(`${question.fromDate}T12:00:00Z`);
	const days = dayBands(noon, noon + question.days * DAY_MS - 1, timeZone).slice(0, question.days);
	const fromMs = Math.max(days[0]!.fromMs, ctx.now());
	const { toMs } = days.at(-1)!;
	const [coverage, taken, hours] = await Promise.all([
		readCoverage(ctx, question.agentId, fromMs, toMs, question.sessionId),
		takenSpans(ctx, question, fromMs, toMs),
		openingHoursOf(ctx)
	]);
	// Who takes no queue may be there whenever any is open.
	const ofQueues = coverage.queueIds.length > 0 ? coverage.queueIds : [...hours.keys()];
	const doors = ofQueues.map((id) => hours.get(id) ?? []);
	const free = [
		...coverage.shifts.map(({ startAt, endAt }) => ({ startAt, endAt, basis: 'roster' as const })),
		...days
			.filter((day) => !coverage.isRostered(day.fromMs))
			.flatMap((day) => openSpans(day, doors, timeZone))
			.map((span) => ({ ...span, basis: 'opening-hours' as const }))
	]
		.map((span) => ({ ...span, startAt: Math.max(span.startAt, fromMs), endAt: Math.min(span.endAt, toMs) }))
		.filter(({ startAt, endAt }) => startAt < endAt);
	return {
		slots: chooseSlots({
			minutes: question.minutes,
			free,
			taken: [...taken, ...coverage.shifts.flatMap(({ breaks }) => breaks)],
			margins: coverage.margins
		}),
		isRosterKnown: days.some((day) => coverage.isRostered(day.fromMs)),
		isRequirementKnown: coverage.margins.length > 0
	};
}

async function takenSpans(
	{ db }: Context,
	{ agentId, coachId, sessionId }: z.output<typeof SlotQuestion>,
	fromMs: number,
	toMs: number
): Promise<{ startAt: number; endAt: number }[]> {
	const rows = await db.orm
		.select({ id: coachingSessions.id, startAt: coachingSessions.startAt, endAt: coachingSessions.endAt })
		.from(coachingSessions)
		.where(
			and(
				eq(coachingSessions.state, 'planned'),
				or(eq(coachingSessions.agentId, agentId), eq(coachingSessions.coachId, coachId)),
				lt(coachingSessions.startAt, toMs),
				gt(coachingSessions.endAt, fromMs)
			)
		);
	return rows.filter(({ id }) => id !== sessionId);
}
