import { forecast, type ForecastNote, type ForecastScore } from '#solver/forecasting/index.ts';
import { openTimeZone, toCallHistories, type QueueFacts } from '../history/index.ts';
import type { WorkTools } from '../jobs/index.ts';

export interface ForecastWork {
	facts: QueueFacts[];
	timeZone: string;
	horizonDays: number;
	intervalSeconds: number;
}

/** How a queue's forecast came about: kept with it and shown. */
export interface ForecastDetail {
	method: string;
	weights: Record<string, number>;
	backtest: ForecastScore | null;
	notes: ForecastNote[];
	gaps: { intervals: number; days: number };
}

export interface ForecastWorkResult {
	queues: {
		queueId: string;
		detail: ForecastDetail;
		intervals: { startAt: number; offered: number; p10: number; p90: number; ahtSeconds: number | null }[];
	}[];
}

const DAY_MS = 86_400_000;

/** Forecasts each queue from its stored counts; runs in a worker. */
export function forecastQueues(
	work: ForecastWork,
	tools: Pick<WorkTools, 'report' | 'shouldStop'>
): ForecastWorkResult {
	const zone = openTimeZone(work.timeZone)!;
	const queues: ForecastWorkResult['queues'] = [];
	for (const [i, { queueId, rows, intervalSeconds: fine }] of work.facts.entries()) {
		if (tools.shouldStop()) break;
		tools.report(i / work.facts.length, queueId);
		const file = { rows, intervalSeconds: fine, timeZone: work.timeZone };
		const [{ history, gaps }] = toCallHistories(file, work.intervalSeconds) as [
			ReturnType<typeof toCallHistories>[number]
		];
		const { intervals, method, weights, backtest, notes } = forecast(history, {
			horizonDays: work.horizonDays
		});
		queues.push({
			queueId,
			detail: { method, weights, backtest, notes, gaps },
			intervals: intervals.flatMap(({ day, interval, offered, p10, p90, ahtSeconds }) => {
				// A local interval that the clocks skip has no instant; one they repeat has two.
				const local = zone.fromLocal(day * DAY_MS + interval * work.intervalSeconds * 1000);
				const starts =
					local.kind === 'never'
						? []
						: local.kind === 'once'
							? [local.utcMs]
							: [local.utcMs, local.laterUtcMs];
				return starts.map((startAt) => ({ startAt, offered, p10, p90, ahtSeconds }));
			})
		});
	}
	return { queues };
}
