import { can, requireRight, seesQueue } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { intervalsOf } from './read-forecast-intervals.ts';

export interface PlannedInterval {
	forecastId: string;
	queueId: string;
	startAt: number;
	intervalSeconds: number;
	offered: number;
	p10: number;
	p90: number;
	ahtSeconds: number | null;
	/** False: no published forecast covers it, this is the newest computed one, changes by hand in it. */
	isPublished: boolean;
}

interface Span {
	fromAt: number;
	toAt: number;
}

const DAY_SECONDS = 86_400;

/**
 * What is counted on between two instants: for each moment and queue the newest published forecast that covers it,
 * else the newest computed one. By queue, then in order of time; closed hours have no row. Forecasts by day say
 * nothing of intervals and are left out.
 */
export async function readPublishedForecast(
	ctx: Context,
	actor: Actor,
	{ fromAt, toAt, queueId }: { fromAt: number; toAt: number; queueId?: string | null }
): Promise<PlannedInterval[]> {
	requireRight(actor, can(actor, 'intraday.view') ? 'intraday.view' : 'forecast.view', { queue: queueId });
	const candidates = await candidatesFor(ctx, { fromAt, toAt });
	const planned: PlannedInterval[] = [];
	/** By queue: what newer forecasts have said already. */
	const covered = new Map<string, Span[]>();
	for (const { id, intervalSeconds, isPublished, queues } of candidates) {
		const open = [...queues].filter(
			([queue]) => (queueId == null || queue === queueId) && !isCovered(covered.get(queue), { fromAt, toAt })
		);
		if (open.length === 0) continue;
		const intervalMs = intervalSeconds * 1000;
		const one = open.length === 1 ? open[0]![0] : undefined;
		const rows = await intervalsOf(ctx, id, one, { fromAt, toAt });
		for (const { queueId: queue, startAt, offered, p10, p90, ahtSeconds } of rows) {
			if ((queueId != null && queue !== queueId) || !seesQueue(actor, queue)) continue;
			const isSaid = covered
				.get(queue)
				?.some((span) => startAt < span.toAt && startAt + intervalMs > span.fromAt);
			if (isSaid) continue;
			const figures = { offered, p10, p90, ahtSeconds, isPublished };
			planned.push({ forecastId: id, queueId: queue, startAt, intervalSeconds, ...figures });
		}
		for (const [queue, span] of open) covered.set(queue, [...(covered.get(queue) ?? []), span]);
	}
	return planned.sort((a, b) =>
		a.queueId < b.queueId ? -1 : a.queueId > b.queueId ? 1 : a.startAt - b.startAt
	);
}

const isCovered = (spans: readonly Span[] | undefined, { fromAt, toAt }: Span) =>
	spans?.some((span) => span.fromAt <= fromAt && span.toAt >= toAt) ?? false;

interface Candidate {
	id: string;
	intervalSeconds: number;
	isPublished: boolean;
	/** The span that it covers, by queue. */
	queues: Map<string, Span>;
}

/** Forecasts that reach into a span: published ones first, newest first. */
async function candidatesFor({ db }: Context, { fromAt, toAt }: Span): Promise<Candidate[]> {
	const { rows } = await db.client.execute({
		sql: `SELECT f.id, f.interval_seconds, f.status, i.queue_id, min(i.start_at) AS first, max(i.start_at) AS last
			FROM forecasts f JOIN forecast_intervals i ON i.forecast_id = f.id
			WHERE f.from_at < ?1 AND f.to_at > ?2 AND f.interval_seconds < ?3
			GROUP BY f.id, i.queue_id
			ORDER BY f.status = 'published' DESC, coalesce(f.published_at, f.created_at) DESC, f.rowid DESC`,
		args: [toAt, fromAt, DAY_SECONDS]
	});
	const byForecast = Map.groupBy(rows, (row) => String(row.id));
	return [...byForecast].map(([id, ofForecast]) => {
		const intervalSeconds = Number(ofForecast[0]!.interval_seconds);
		const spans = ofForecast.map((row): [string, Span] => [
			String(row.queue_id),
			{ fromAt: Number(row.first), toAt: Number(row.last) + intervalSeconds * 1000 }
		]);
		const isPublished = ofForecast[0]!.status === 'published';
		return { id, intervalSeconds, isPublished, queues: new Map(spans) };
	});
}
