import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { pooledScore, type PooledScore } from './pooled-score.ts';
import type { ForecastHead } from './forecast-head.ts';
import { listForecasts } from './read-forecasts.ts';

/** All forecasts with the figures of the whole, newest first. */
export async function listForecastScores(
	ctx: Context,
	actor: Actor
): Promise<(ForecastHead & { score: PooledScore; offered: number })[]> {
	requireRight(actor, 'forecast.view');
	const { rows } = await ctx.db.client.execute(
		'SELECT forecast_id, queue_id, count(*) AS intervals, sum(coalesce(published_offered, offered)) AS offered FROM forecast_intervals GROUP BY forecast_id, queue_id'
	);
	const volumes = Map.groupBy(rows, (row) => String(row.forecast_id));
	return (await listForecasts(ctx, actor)).map((head) => {
		const queues = (volumes.get(head.id) ?? []).map((row) => ({
			backtest: head.detail[String(row.queue_id)]?.backtest ?? null,
			offered: Number(row.offered),
			intervals: Number(row.intervals)
		}));
		return {
			...head,
			score: pooledScore(queues),
			offered: queues.reduce((sum, queue) => sum + queue.offered, 0)
		};
	});
}
