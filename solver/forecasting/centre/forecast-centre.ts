import { assertCallHistory, type CallHistory } from '../call-history.ts';
import { assertHorizon, MOST_INTERVAL_DAYS, type ForecastOptions } from '../forecast.ts';
import { forecastQueue, type QueueForecast } from '../forecast-queue.ts';
import type { Forecast } from '../forecast-result.ts';
import { toSpecialCalendar } from '../special/special-calendar.ts';
import type { SpecialDay } from '../special/special-day.ts';
import { onGrid } from './align-histories.ts';
import { borrowHistory, daysMeasured } from './borrow-history.ts';
import { chooseLender } from './choose-lender.ts';
import { reconcileQueues } from './reconcile-queues.ts';
import { sumQueues, type TotalInterval } from './sum-queues.ts';

export interface CentreQueue {
	id: string;
	history: CallHistory;
	/** The queue whose shape a new one borrows. */
	likeId?: string | null;
}

export interface CentreOptions extends Omit<ForecastOptions, 'specialDays'> {
	/** Without a `queueId`, or with null: of every queue. */
	specialDays?: readonly (SpecialDay & { queueId?: string | null })[];
	/** Share of the work done, 0–1, and the queue it is at. */
	report?(share: number, queueId: string): void;
	/** Asked between queues; true ends the work. */
	shouldStop?(): boolean;
}

export interface CentreForecast {
	/** In the order given; those not reached before a stop are left out, and nothing is reconciled then. */
	queues: { id: string; forecast: Forecast }[];
	total: TotalInterval[];
	stopped: boolean;
}

/**
 * Forecasts the queues of a centre together: over the same days, after the last one of any history; a new queue with
 * the shape of another (see borrow-history); each queue's intervals brought to agree with its daily series, and the
 * queues with the total's (see reconcile-queues). The queues sum to the total in every interval.
 *
 * @throws RangeError as forecast() does, on a bad history of any queue
 * Cost: about twice that of forecast() a queue.
 */
export function forecastCentre(queues: readonly CentreQueue[], options: CentreOptions): CentreForecast {
	const { report, shouldStop, specialDays = [], closedDays, models, horizonDays } = options;
	assertHorizon(horizonDays, MOST_INTERVAL_DAYS);
	for (const { history } of queues) assertCallHistory(history);
	const last = Math.max(...queues.map(({ history }) => history.firstDay + history.dayCount - 1));
	const closed = [...(closedDays ?? [])];
	const done: { id: string; run: QueueForecast }[] = [];
	for (const [k, queue] of queues.entries()) {
		if (shouldStop?.()) return { ...finish(done), stopped: true };
		report?.(k / queues.length, queue.id);
		const own = onGrid(queue.history, queue.history.firstDay, last - queue.history.firstDay + 1);
		const lender = chooseLender(queue, queues);
		const borrowed = lender && borrowHistory(own, lender.history);
		const special = specialDays.filter(
			({ queueId }) => queueId === undefined || queueId === null || queueId === queue.id
		);
		const calendar = toSpecialCalendar(closed, special);
		const run = forecastQueue(borrowed ?? own, calendar, horizonDays, models, true);
		if (borrowed)
			run.forecast.notes.unshift({
				kind: 'borrowed',
				from: lender.id,
				days: daysMeasured(queue.history).length
			});
		done.push({ id: queue.id, run });
	}
	if (shouldStop?.()) return { ...finish(done), stopped: true };
	reconcileQueues(
		done.map(({ run }) => run),
		{
			calendar: toSpecialCalendar(
				closed,
				specialDays.filter(({ queueId }) => !queueId)
			),
			ownDays: new Set(specialDays.flatMap(({ queueId, day }) => (queueId ? [day] : []))),
			horizonDays,
			models
		}
	);
	return { ...finish(done), stopped: false };
}

const finish = (done: readonly { id: string; run: QueueForecast }[]) => ({
	queues: done.map(({ id, run }) => ({ id, forecast: run.forecast })),
	total: sumQueues(done.map(({ run }) => run))
});
