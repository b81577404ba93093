import { and, eq, gt, isNull, lt, or } from 'drizzle-orm';
import type { AgentState } from '#lib/contracts/terms.ts';
import type { Context } from '../context.ts';
import { agentStates, performanceDays, rosters, shifts } from '../db/schema/index.ts';
import { adherenceSeconds, type Span } from './adherence-seconds.ts';
import type { DayBands } from './day-bands.ts';

const AT_WORK: ReadonlySet<AgentState> = new Set([
	'available',
	'offered',
	'handling',
	'wrap',
	'training',
	'meeting'
]);

/** Scheduled seconds of the day by published rosters, and those in which the agent was not where the plan said. */
export async function gatherAdherence({ db: { orm }, now }: Context, day: DayBands): Promise<void> {
	const until = Math.min(day.toMs, now());
	const planned = await orm
		.select({ agentId: shifts.agentId, startAt: shifts.startAt, endAt: shifts.endAt, breaks: shifts.breaks })
		.from(shifts)
		.innerJoin(rosters, eq(shifts.rosterId, rosters.id))
		.where(and(eq(rosters.status, 'published'), lt(shifts.startAt, until), gt(shifts.endAt, day.fromMs)));
	if (planned.length === 0) return;
	const states = await orm
		.select()
		.from(agentStates)
		.where(
			and(lt(agentStates.fromAt, until), or(isNull(agentStates.toAt), gt(agentStates.toAt, day.fromMs)))
		);
	const statesOf = Map.groupBy(states, ({ agentId }) => agentId);
	const clip = (fromAt: number, toAt: number): Span => ({
		from: Math.max(fromAt, day.fromMs),
		to: Math.min(toAt, until)
	});
	const rows = [...Map.groupBy(planned, ({ agentId }) => agentId)].flatMap(([agentId, own]) => {
		const seen = statesOf.get(agentId);
		// Of an agent of whom no source tells anything that day, nothing is known; that is not absence.
		if (!seen) return [];
		const { scheduled, exception } = adherenceSeconds(
			own.map(({ startAt, endAt }) => clip(startAt, endAt)),
			own.flatMap(({ breaks }) => breaks.map(({ startAt, endAt }) => clip(startAt, endAt))),
			seen.filter(({ state }) => AT_WORK.has(state)).map(({ fromAt, toAt }) => clip(fromAt, toAt ?? until))
		);
		return scheduled > 0
			? [
					{
						date: day.date,
						agentId,
						origin: 'log' as const,
						scheduledSeconds: scheduled,
						exceptionSeconds: exception
					}
				]
			: [];
	});
	for (const row of rows)
		await orm
			.insert(performanceDays)
			.values(row)
			.onConflictDoUpdate({
				target: [performanceDays.date, performanceDays.agentId],
				set: { scheduledSeconds: row.scheduledSeconds, exceptionSeconds: row.exceptionSeconds, origin: 'log' }
			});
}
