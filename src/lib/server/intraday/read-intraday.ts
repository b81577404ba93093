import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { readPublishedForecast, type PlannedInterval } from '../forecasts/index.ts';
import { listQueues } from '../queues/index.ts';
import { dayGrid, type DayGrid } from './day-grid.ts';
import type { IntradaySeries, IntradayView } from './intraday-view.ts';
import type { LocalDay } from './local-day.ts';
import { readArrivals } from './read-arrivals.ts';
import { readDayPlan, type DayPlan } from './read-plan-terms.ts';
import { reforecastQueue } from './reforecast-queue.ts';
import { requiredAgain } from './required-again.ts';
import { toGrid } from './to-grid.ts';
import { together } from './together.ts';

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
	requireRight(actor, 'intraday.view');
	const { fromAt, toAt } = day;
	const [planned, known, plan] = await Promise.all([
		readPublishedForecast(ctx, actor, { fromAt, toAt }),
		listQueues(ctx),
		readDayPlan(ctx, actor, day)
	]);
	const intervalSeconds =
		planned.length > 0 ? Math.max(...planned.map((row) => row.intervalSeconds)) : DEFAULT_INTERVAL_SECONDS;
	const grid = dayGrid(fromAt, toAt, intervalSeconds);
	const ids = known.map(({ id }) => id);
	const { byQueue, latestAt } = await readArrivals(ctx, grid, ids);
	const rowsOf = Map.groupBy(planned, (row) => row.queueId);
	const series = known.flatMap(({ id, name }) => {
		const arrivals = byQueue.get(id)!;
		const rows = toGrid(rowsOf.get(id) ?? [], grid);
		if (!rows.some(Boolean) && arrivals.every((arrival) => arrival === null || arrival.offered === 0))
			return [];
		const one = reforecastQueue({ queueId: id, name }, grid, rows, arrivals, { asOf, nowMs });
		return [plan ? withAgents(one, rows, grid, plan) : one];
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

function withAgents(
	one: IntradaySeries,
	rows: readonly (PlannedInterval | undefined)[],
	grid: DayGrid,
	{ terms, agents, intervalSeconds }: DayPlan
): IntradaySeries {
	const ofQueue = one.queueId === null ? undefined : terms[one.queueId];
	if (!ofQueue) return one;
	const planned = agents.get(one.queueId!);
	const planStepMs = intervalSeconds * 1000;
	const required = requiredAgain(one, rows, grid.stepMs / 1000, ofQueue);
	return {
		...one,
		intervals: one.intervals.map((row, slot) => ({
			...row,
			// A plan's interval holds for all that begin in it.
			planned: planned?.get(row.startAt - ((row.startAt - grid.fromAt) % planStepMs)) ?? null,
			required: required[slot]!
		}))
	};
}
