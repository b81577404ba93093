import type { Actor, Context } from '../context.ts';
import { openTimeZone, readFacts } from '../history/index.ts';
import { findForecast, readForecastIntervals, type ForecastHead } from './read-forecasts.ts';
import { sumToIntervals } from './sum-to-intervals.ts';

export interface ForecastView {
	head: ForecastHead;
	queueId: string;
	/** The weeks before the forecast, in its intervals. */
	history: { at: number; offered: number }[];
	intervals: { at: number; offered: number; p10: number; p90: number; ahtSeconds: number | null }[];
}

const HISTORY_DAYS = 28;
const DAY_MS = 86_400_000;

/** One queue of a forecast with the history it follows; null when there is no such forecast. Another queue than its own gives its first. */
export async function readForecastView(
	ctx: Context,
	actor: Actor,
	id: string,
	queueId: string | null
): Promise<ForecastView | null> {
	const head = await findForecast(ctx, actor, id);
	if (!head) return null;
	const queues = Object.keys(head.detail);
	const chosen = queueId !== null && queues.includes(queueId) ? queueId : queues[0]!;
	const rows = await readForecastIntervals(ctx, actor, id, chosen);
	const firstAt = rows[0]?.startAt ?? head.fromAt;
	const [facts] = await readFacts(ctx, [chosen], firstAt - HISTORY_DAYS * DAY_MS);
	const zone = openTimeZone(head.timeZone)!;
	return {
		head,
		queueId: chosen,
		// Counts that came in after the forecast was made are not what it follows.
		history: sumToIntervals(
			(facts?.rows ?? []).filter((row) => row.startMs < firstAt),
			head.intervalSeconds,
			zone.offsetMs
		),
		intervals: rows.map(({ startAt, offered, p10, p90, ahtSeconds }) => ({
			at: startAt,
			offered,
			p10,
			p90,
			ahtSeconds
		}))
	};
}
