import { SYSTEM, type Context } from '../context.ts';
import { readPublishedForecast } from '../forecasts/index.ts';
import { listQueues } from '../queues/index.ts';
import { scheduleAsChanged } from '../rosters/index.ts';
import { usualArrivals } from './usual-arrivals.ts';
import type { ExpectedSpan, KnownAhead } from './known-ahead.ts';

const HOUR_MS = 3_600_000;
/** The level of arrivals is read from the last two hours against what was expected of them. */
const BACK_MS = 2.5 * HOUR_MS;
const AHEAD_MS = 1.5 * HOUR_MS;

/** What forecast, history and published roster say of the hours around now: a published forecast before a computed one before the same weekday's history. */
export async function readKnownAhead(ctx: Context, nowMs: number): Promise<KnownAhead> {
	const span = { fromAt: nowMs - BACK_MS, toAt: nowMs + AHEAD_MS };
	const [queues, planned, usual, shifts] = await Promise.all([
		listQueues(ctx),
		readPublishedForecast(ctx, SYSTEM, span),
		usualArrivals(ctx, span.fromAt, span.toAt),
		scheduleAsChanged(ctx, span.fromAt, span.toAt)
	]);
	const expected = new Map<string, ExpectedSpan[]>(usual);
	for (const [queue, intervals] of Map.groupBy(planned, ({ queueId }) => queueId))
		expected.set(
			queue,
			intervals.map(({ startAt, intervalSeconds, offered, ahtSeconds }) => ({
				fromMs: startAt,
				toMs: startAt + intervalSeconds * 1000,
				offered,
				ahtSeconds
			}))
		);
	return {
		queues: new Map(queues.map(({ id, priority, patienceSeconds }) => [id, { priority, patienceSeconds }])),
		expected,
		shifts
	};
}
