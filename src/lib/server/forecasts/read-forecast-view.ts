import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { openTimeZone } from '../history/index.ts';
import { specialDaysFor } from '../special-days/index.ts';
import type { Applied, IntervalFigures } from './apply-overrides.ts';
import type { ForecastHead } from './forecast-head.ts';
import { listOverrides, type OverrideRow } from './list-overrides.ts';
import { readActuals, type Actual } from './read-actuals.ts';
import { intervalsOf } from './read-forecast-intervals.ts';
import { findForecast } from './read-forecasts.ts';
import { sharedEffects, specialDayFlags, type SpecialDayFlag } from './special-day-flags.ts';
import { totalIntervals } from './total-intervals.ts';

export interface ForecastView {
	head: ForecastHead;
	/** Null: all queues together. */
	queueId: string | null;
	/** What came before the forecast, in its intervals. */
	history: Actual[];
	/** What came since it began, as far as it is known. */
	actual: Actual[];
	intervals: Applied<IntervalFigures & { startAt: number }>[];
	/** Those that reach into it, newest first, those taken back too. */
	overrides: OverrideRow[];
	flags: SpecialDayFlag[];
}

const DAY_MS = 86_400_000;
const DAY_SECONDS = 86_400;
const HISTORY_DAYS = 28;
const HISTORY_DAYS_BY_DAY = 364;

/**
 * One queue of a forecast, or all (`''`), with the history it follows; null when there is no such forecast. Another
 * queue than its own gives its first.
 */
export async function readForecastView(
	ctx: Context,
	actor: Actor,
	id: string,
	queueId: string | null
): Promise<ForecastView | null> {
	requireRight(actor, 'forecast.view');
	const head = await findForecast(ctx, actor, id);
	if (!head) return null;
	const queueIds = Object.keys(head.detail);
	const chosen =
		queueId === '' && queueIds.length > 1
			? null
			: queueId !== null && queueIds.includes(queueId)
				? queueId
				: queueIds[0]!;
	const shown = chosen === null ? queueIds : [chosen];
	const intervals = chosen === null ? await totalIntervals(ctx, head) : await intervalsOf(ctx, id, chosen);
	const firstAt = intervals[0]?.startAt ?? head.fromAt;
	const zone = openTimeZone(head.timeZone)!;
	const isDaily = head.intervalSeconds === DAY_SECONDS;
	const from = firstAt - (isDaily ? HISTORY_DAYS_BY_DAY : HISTORY_DAYS) * DAY_MS;
	const span = { fromAt: from, toAt: head.toAt, intervalSeconds: head.intervalSeconds, queueIds: shown };
	const counted = [...(await readActuals(ctx, zone, span, true)).values()].flat();
	const dayOf = (at: number) => Math.floor((at + zone.offsetMs(at)) / DAY_MS);
	const known = (await specialDaysFor(ctx, shown)).filter(
		(day) => chosen !== null || day.queueId === null || day.queueId === shown[0]
	);
	return {
		head,
		queueId: chosen,
		history: counted.filter(({ at }) => at < firstAt),
		actual: counted.filter(({ at }) => at >= firstAt),
		intervals,
		overrides: await listOverrides(ctx, actor, { ...head, queueId: chosen }),
		flags: specialDayFlags(sharedEffects(shown.map((one) => head.detail[one]!)), known, {
			fromDay: dayOf(from),
			firstDay: dayOf(firstAt),
			lastDay: dayOf(head.toAt - 1)
		})
	};
}
