import { requireRight, seesQueue } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { readPublishedForecast } from '../forecasts/index.ts';
import { listQueues } from '../queues/index.ts';
import { readDayPeople } from './day-people.ts';
import { readDayService } from './day-service.ts';
import { dayGrid } from './day-grid.ts';
import type { IntradayView } from './intraday-view.ts';
import type { LocalDay } from './local-day.ts';
import { readArrivals } from './read-arrivals.ts';
import { readDayPlan } from './read-plan-terms.ts';
import { reforecastQueue } from './reforecast-queue.ts';
import { toGrid } from './to-grid.ts';
import { together } from './together.ts';
import { withAgents, withPeople, withService } from './with-agents.ts';

const DEFAULT_INTERVAL_SECONDS = 1800;

export interface IntradayRequest {
	day: LocalDay;
	/** The day is taken as known up to here. */
	asOf: number;
	/** The floor's time; what came by then is shown beside the re-forecast. */
	nowMs: number;
	timeZone: string;
	queueId?: string | null;
}

/** A day's forecast, what came, and what is to be expected of the rest, by queue and together. */
export async function readIntraday(
	ctx: Context,
	actor: Actor,
	{ day, asOf, nowMs, timeZone, queueId = null }: IntradayRequest
): Promise<IntradayView> {
	requireRight(actor, 'intraday.view', { queue: queueId });
	const { fromAt, toAt } = day;
	const [planned, everyQueue, plan] = await Promise.all([
		readPublishedForecast(ctx, actor, { fromAt, toAt }),
		listQueues(ctx),
		readDayPlan(ctx, actor, day)
	]);
	const known = everyQueue.filter(({ id }) => seesQueue(actor, id));
	const intervalSeconds =
		planned.length > 0 ? Math.max(...planned.map((row) => row.intervalSeconds)) : DEFAULT_INTERVAL_SECONDS;
	const grid = dayGrid(fromAt, toAt, intervalSeconds);
	const ids = known.map(({ id }) => id);
	const [{ byQueue, latestAt }, people, service] = await Promise.all([
		readArrivals(ctx, grid, ids),
		readDayPeople(ctx, actor, grid, nowMs),
		readDayService(ctx, grid, { asOf, nowMs })
	]);
	const rowsOf = Map.groupBy(planned, (row) => row.queueId);
	const series = known.flatMap((queue) => {
		const { id, name } = queue;
		const arrivals = byQueue.get(id)!;
		const rows = toGrid(rowsOf.get(id) ?? [], grid);
		if (!rows.some(Boolean) && arrivals.every((arrival) => arrival === null || arrival.offered === 0))
			return [];
		const alone = reforecastQueue({ queueId: id, name }, grid, rows, arrivals, { asOf, nowMs });
		const one = plan ? withAgents(alone, rows, grid, plan) : alone;
		const target = {
			share: queue.serviceLevelShare,
			thresholdSeconds: queue.serviceLevelThresholdSeconds
		};
		return [withService(withPeople(one, grid, people), service.get(id), target, rows, grid, plan)];
	});
	const chosen = queueId === null ? series : series.filter((one) => one.queueId === queueId);
	return {
		day: day.day,
		timeZone,
		fromAt,
		toAt,
		asOf,
		isToday: nowMs < toAt,
		latestAt,
		intervalSeconds,
		isPublished: planned.length === 0 ? null : planned.every((row) => row.isPublished),
		forecastIds: [...new Set(planned.map((row) => row.forecastId))],
		plan: plan && { id: plan.id, name: plan.name },
		total: together(chosen, ''),
		queues: chosen
	};
}
