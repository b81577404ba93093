import type { Context } from '../context.ts';
import type { Arrivals } from './arrivals.ts';
import { countFacts } from './count-facts.ts';
import { countVisits } from './count-visits.ts';
import type { DayGrid } from './day-grid.ts';

/** What came on a day, by queue and interval: as the log has it, and where the log has nothing, the history. */
export async function readArrivals(
	ctx: Context,
	grid: DayGrid,
	queueIds: readonly string[]
): Promise<Arrivals> {
	const [{ byQueue: logged, latestAt }, imported] = await Promise.all([
		countVisits(ctx, grid, queueIds),
		countFacts(ctx, grid, queueIds)
	]);
	const byQueue: Arrivals['byQueue'] = new Map();
	for (const queueId of queueIds)
		byQueue.set(
			queueId,
			Array.from(
				{ length: grid.count },
				(_, slot) => logged.get(queueId)?.[slot] ?? imported.get(queueId)?.[slot] ?? null
			)
		);
	return { byQueue, latestAt };
}
