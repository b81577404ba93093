import type { Context } from '../context.ts';
import { scaleBand, type Applied, type IntervalFigures } from './apply-overrides.ts';
import type { ForecastHead } from './forecast-head.ts';
import { overridesInForce } from './overrides-in-force.ts';
import { intervalsOf } from './read-forecast-intervals.ts';

type Total = Applied<IntervalFigures & { startAt: number }>;

interface Sums {
	offered: number;
	/** Σ contacts × seconds, and Σ contacts, where the seconds are known. */
	work: number;
	handled: number;
}

/**
 * A forecast's queues together, in order of time; handle time is weighted by contacts. The sums are the database's;
 * only queues that were changed by hand are read row by row. Rights are the caller's.
 */
export async function totalIntervals(ctx: Context, head: ForecastHead): Promise<Total[]> {
	const offered = head.publishedAt === null ? 'i.offered' : 'coalesce(i.published_offered, i.offered)';
	const aht = head.publishedAt === null ? 'i.aht_seconds' : 'i.published_aht_seconds';
	const { rows } = await ctx.db.client.execute({
		sql: `SELECT i.start_at, sum(i.offered) AS computed, sum(i.p10) AS p10, sum(i.p90) AS p90, sum(${offered}) AS offered,
				sum(i.offered * i.aht_seconds) AS computed_work, sum(CASE WHEN i.aht_seconds IS NULL THEN 0 ELSE i.offered END) AS computed_handled,
				sum(${offered} * ${aht}) AS work, sum(CASE WHEN ${aht} IS NULL THEN 0 ELSE ${offered} END) AS handled,
				t.offered AS whole, t.p10 AS whole_p10, t.p90 AS whole_p90
			FROM forecast_intervals i LEFT JOIN forecast_totals t ON t.forecast_id = i.forecast_id AND t.start_at = i.start_at
			WHERE i.forecast_id = ? GROUP BY i.start_at ORDER BY i.start_at`,
		args: [head.id]
	});
	const { changes, marks } = await changesByHand(ctx, head);
	return rows.map((row) => {
		const startAt = Number(row.start_at);
		const change = changes.get(startAt) ?? { offered: 0, work: 0, handled: 0 };
		const computed = {
			offered: Number(row.computed),
			p10: Number(row.whole_p10 ?? row.p10),
			p90: Number(row.whole_p90 ?? row.p90),
			ahtSeconds: mean(Number(row.computed_work), Number(row.computed_handled)),
			ahtP10Seconds: null,
			ahtP90Seconds: null
		};
		const wanted = Number(row.offered) + change.offered;
		return {
			startAt,
			...computed,
			offered: wanted,
			...scaleBand(computed, wanted),
			ahtSeconds: mean(Number(row.work) + change.work, Number(row.handled) + change.handled),
			computed,
			overrideIds: marks.get(startAt) ?? []
		};
	});
}

const mean = (work: number, handled: number) => (handled > 0 ? work / handled : null);

/** What the changes by hand add to the sums (nothing once they are frozen in them), and which reach where. */
async function changesByHand(ctx: Context, head: ForecastHead) {
	const changes = new Map<number, Sums>();
	const marks = new Map<number, string[]>();
	const overrides = await overridesInForce(ctx, head, head.publishedAt);
	for (const queueId of overrides.keys()) {
		for (const row of await intervalsOf(ctx, head.id, queueId)) {
			if (row.overrideIds.length === 0) continue;
			marks.set(row.startAt, [...(marks.get(row.startAt) ?? []), ...row.overrideIds]);
			if (head.publishedAt !== null) continue;
			const sum = changes.get(row.startAt) ?? { offered: 0, work: 0, handled: 0 };
			const [after, before] = [sumsOf(row), sumsOf(row.computed)];
			sum.offered += after.offered - before.offered;
			sum.work += after.work - before.work;
			sum.handled += after.handled - before.handled;
			changes.set(row.startAt, sum);
		}
	}
	return { changes, marks };
}

const sumsOf = ({ offered, ahtSeconds }: IntervalFigures): Sums => ({
	offered,
	work: offered * (ahtSeconds ?? 0),
	handled: ahtSeconds === null ? 0 : offered
});
