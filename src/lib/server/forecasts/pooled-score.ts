import type { ForecastDetail } from './forecast-work.ts';

/** Back-test figures of a whole forecast; null where no queue could be tested. */
export interface PooledScore {
	wape: number | null;
	seasonalNaiveWape: number | null;
	coverage80: number | null;
}

/**
 * Figures over all queues from each queue's own: WAPE weighted by the contacts forecast (its denominator, near
 * enough), coverage by intervals.
 */
export function pooledScore(
	queues: readonly { backtest: ForecastDetail['backtest']; offered: number; intervals: number }[]
): PooledScore {
	const mean = (
		value: (score: NonNullable<ForecastDetail['backtest']>) => number | null,
		weight: 'offered' | 'intervals'
	): number | null => {
		let [sum, weights] = [0, 0];
		for (const queue of queues) {
			const figure = queue.backtest && value(queue.backtest);
			if (figure === null) continue;
			sum += figure * queue[weight];
			weights += queue[weight];
		}
		return weights > 0 ? sum / weights : null;
	};
	return {
		wape: mean((score) => score.wape, 'offered'),
		seasonalNaiveWape: mean((score) => score.baseline.seasonalNaive.wape, 'offered'),
		coverage80: mean((score) => score.coverage80, 'intervals')
	};
}
