import {
	forecast,
	forecastCentre,
	forecastDays,
	type CallHistory,
	type DailyForecast,
	type Forecast
} from '#solver/forecasting/index.ts';
import type { NamedDay } from './read-special-days.ts';

export interface QueueToForecast {
	queue: string;
	history: CallHistory;
}

export interface RunOptions {
	horizonDays: number;
	specialDays: readonly NamedDay[];
	isDaily: boolean;
	report(queue: string): void;
}

export type QueueResult =
	| { queue: string; isDaily: false; result: Forecast }
	| { queue: string; isDaily: true; result: DailyForecast };

/** Forecasts by interval, several queues together; or each by day. */
export function runQueues(
	queues: readonly QueueToForecast[],
	{ horizonDays, specialDays, isDaily, report }: RunOptions
): QueueResult[] {
	const daysOf = (queue: string) => specialDays.filter(({ queueId }) => !queueId || queueId === queue);
	if (isDaily)
		return queues.map(({ queue, history }) => {
			report(queue);
			const result = forecastDays(history, { horizonDays, specialDays: daysOf(queue) });
			return { queue, isDaily, result };
		});
	if (queues.length === 1) {
		const [{ queue, history }] = queues as [QueueToForecast];
		return [{ queue, isDaily, result: forecast(history, { horizonDays, specialDays: daysOf(queue) }) }];
	}
	return forecastCentre(
		queues.map(({ queue, history }) => ({ id: queue, history })),
		{ horizonDays, specialDays, report: (_, queue) => report(queue) }
	).queues.map(({ id, forecast: result }) => ({ queue: id, isDaily, result }));
}
