import { judgePeople } from '../adherence/index.ts';
import type { Context } from '../context.ts';
import { performanceDays } from '../db/schema/index.ts';
import type { DayBands } from './day-bands.ts';

/** Scheduled seconds of the day by published rosters, and those in which the agent was not where the plan said. */
export async function gatherAdherence(ctx: Context, day: DayBands): Promise<void> {
	const nowMs = ctx.now();
	const people = await judgePeople(
		ctx,
		{ fromMs: day.fromMs, toMs: day.toMs },
		{ nowMs, knownUntilMs: nowMs }
	);
	for (const { agentId, seconds } of people) {
		// Of whom no source tells anything that day, nothing is known; that is not absence.
		const scheduledSeconds = seconds.scheduled - seconds.unknown;
		if (scheduledSeconds <= 0) continue;
		const kept = { scheduledSeconds, exceptionSeconds: seconds.exception, origin: 'log' as const };
		await ctx.db.orm
			.insert(performanceDays)
			.values({ date: day.date, agentId, ...kept })
			.onConflictDoUpdate({ target: [performanceDays.date, performanceDays.agentId], set: kept });
	}
}
