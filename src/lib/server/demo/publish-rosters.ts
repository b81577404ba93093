import { setImmediate } from 'node:timers/promises';
import { TZDate } from '@date-fns/tz';
import { addDays, format, startOfWeek } from 'date-fns';
import { eq } from 'drizzle-orm';
import { demoScenario } from '#solver/simulation/index.ts';
import { listAgents } from '../agents/index.ts';
import { SYSTEM, type Context } from '../context.ts';
import { settings, sites } from '../db/schema/index.ts';
import { publishRoster } from '../publishing/index.ts';
import { storeRoster } from '../rosters/index.ts';
import { rosterOf } from './roster-of.ts';

const PUBLISHED_KEY = 'demo_rosters';
const DAYS = 7;

/** A roster of one of the demo's weeks. */
export interface DemoWeek {
	rosterId: string;
	/** Local date of its Monday. */
	start: string;
}

/**
 * Publishes the demo's rosters of last week, this one and the next, by the simulated agents' own plan. A week is
 * published once: what a planner takes away does not come back with the next start.
 *
 * @returns the three weeks, oldest first
 */
export async function publishRosters(ctx: Context, signal: AbortSignal): Promise<DemoWeek[]> {
	const { orm } = ctx.db;
	const [site] = await orm.select().from(sites);
	const { timeZone } = site!;
	const monday = startOfWeek(new TZDate(ctx.now(), timeZone), { weekStartsOn: 1 });
	const [row] = await orm.select().from(settings).where(eq(settings.key, PUBLISHED_KEY));
	let through = (row?.value as { through?: string } | undefined)?.through ?? '';
	const weeks = [-DAYS, 0, DAYS].map((by): DemoWeek => {
		const start = format(addDays(monday, by), 'yyyy-MM-dd');
		return { rosterId: `demo-week-${start}`, start };
	});
	for (const { rosterId, start } of weeks) {
		if (signal.aborted || start <= through) continue;
		// Drawing up a week takes a moment; requests come in between.
		await setImmediate();
		const { problem, result } = rosterOf(
			demoScenario(),
			(await listAgents(ctx)).filter(({ isDemo }) => isDemo),
			start,
			DAYS
		);
		const head = { id: rosterId, name: `Costa Clara, ${start}`, planId: null, timeZone };
		await storeRoster(ctx, SYSTEM, head, problem, result);
		await publishRoster(ctx, SYSTEM, rosterId, { isQuiet: true, reason: 'by the demo' });
		through = start;
		await orm
			.insert(settings)
			.values({ key: PUBLISHED_KEY, value: { through } })
			.onConflictDoUpdate({ target: settings.key, set: { value: { through } } });
	}
	return weeks;
}
