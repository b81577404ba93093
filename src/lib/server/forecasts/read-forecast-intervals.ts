import type { Row } from '@libsql/client';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { applyOverrides, scaleBand, setAht, type Applied, type IntervalFigures } from './apply-overrides.ts';
import { overridesInForce } from './overrides-in-force.ts';

/**
 * An interval as planning counts on it: of a computed forecast with the changes by hand in it, of a published one as
 * it was published. `computed` is what the forecaster said.
 */
export type ForecastIntervalRow = Applied<
	IntervalFigures & { forecastId: string; queueId: string; startAt: number }
>;

const orNull = (value: unknown) => (value === null ? null : Number(value));

/** A forecast's intervals in order of time, of one queue or of all. */
export async function readForecastIntervals(
	ctx: Context,
	actor: Actor,
	forecastId: string,
	queueId?: string
): Promise<ForecastIntervalRow[]> {
	requireRight(actor, 'forecast.view');
	return intervalsOf(ctx, forecastId, queueId);
}

/** A forecast of one queue as if it were not published: computed, and with the changes that hold now. */
export const computedAndApplied = (ctx: Context, forecastId: string, queueId: string) =>
	intervalsOf(ctx, forecastId, queueId, undefined, true);

/** Rights are the caller's. With a span, the intervals that touch it. */
export async function intervalsOf(
	ctx: Context,
	forecastId: string,
	queueId?: string,
	span?: { fromAt: number; toAt: number },
	unpublished = false
): Promise<ForecastIntervalRow[]> {
	const { client } = ctx.db;
	const { rows: heads } = await client.execute({
		sql: 'SELECT interval_seconds, from_at, to_at, published_at FROM forecasts WHERE id = ?',
		args: [forecastId]
	});
	const head = heads[0];
	if (!head) return [];
	const publishedAt = unpublished ? null : orNull(head.published_at);
	const intervalMs = Number(head.interval_seconds) * 1000;
	const asked = span ?? { fromAt: Number(head.from_at), toAt: Number(head.to_at) };
	const overrides = await overridesInForce(
		ctx,
		{ ...asked, fromAt: asked.fromAt - intervalMs, ...(queueId !== undefined && { queueId }) },
		publishedAt
	);
	// A total is shared by its whole span, of which only a part may have been asked for.
	const totals = [...overrides.values()].flat().filter(({ operation }) => operation === 'total');
	const fromAt = Math.min(asked.fromAt, ...totals.map((total) => total.fromAt));
	const toAt = Math.max(asked.toAt, ...totals.map((total) => total.toAt));
	const { rows } = await client.execute({
		sql: `SELECT queue_id, start_at, offered, p10, p90, aht_seconds, aht_p10_seconds, aht_p90_seconds,
				published_offered, published_aht_seconds
			FROM forecast_intervals WHERE forecast_id = ?1 AND start_at > ?2 AND start_at < ?3
				${queueId === undefined ? '' : 'AND queue_id = ?4'}
			ORDER BY queue_id, start_at`,
		args: [forecastId, fromAt - intervalMs, toAt, ...(queueId === undefined ? [] : [queueId])]
	});
	const byQueue = Map.groupBy(rows, (row) => String(row.queue_id));
	return [...byQueue].flatMap(([queue, ofQueue]) => {
		const computed = ofQueue.map((row) => readRow(forecastId, queue, row));
		const applied = applyOverrides(computed, overrides.get(queue) ?? [], Number(head.interval_seconds));
		const read = publishedAt === null ? applied : applied.map((row, i) => asPublished(row, ofQueue[i]!));
		return fromAt < asked.fromAt || toAt > asked.toAt
			? read.filter(({ startAt }) => startAt < asked.toAt && startAt + intervalMs > asked.fromAt)
			: read;
	});
}

function readRow(forecastId: string, queueId: string, row: Row) {
	return {
		forecastId,
		queueId,
		startAt: Number(row.start_at),
		offered: Number(row.offered),
		p10: Number(row.p10),
		p90: Number(row.p90),
		ahtSeconds: orNull(row.aht_seconds),
		ahtP10Seconds: orNull(row.aht_p10_seconds),
		ahtP90Seconds: orNull(row.aht_p90_seconds)
	};
}

function asPublished(applied: ForecastIntervalRow, row: Row): ForecastIntervalRow {
	const { computed } = applied;
	const offered = Number(row.published_offered ?? row.offered);
	const published = { ...applied, ...computed, offered, ...scaleBand(computed, offered) };
	setAht(published, orNull(row.published_aht_seconds));
	return published;
}
