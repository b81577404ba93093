import { bias, coverage, noiseFloor, wape, type ForecastScore } from '#solver/forecasting/index.ts';
import type { HeldOut } from './held-out.ts';

/** Figures over every queue's intervals; MASE, which has a scale of its own a queue, is the mean weighted by intervals. */
export function pooledScore(queues: readonly HeldOut[]): ForecastScore {
	const cells = queues.flatMap((queue) => queue.cells);
	const pairs = cells.map(({ offered, actual }) => ({ forecast: offered, actual }));
	const scaled = queues.filter(({ score }) => score.mase !== null);
	const intervals = scaled.reduce((sum, queue) => sum + queue.cells.length, 0);
	return {
		wape: wape(pairs),
		bias: bias(pairs),
		mase:
			intervals > 0
				? scaled.reduce((sum, queue) => sum + queue.score.mase! * queue.cells.length, 0) / intervals
				: null,
		coverage80: coverage(cells),
		noiseFloor: noiseFloor(cells.map((cell) => cell.offered)),
		baseline: {
			seasonalNaive: {
				wape: wape(cells.map(({ seasonalNaive, actual }) => ({ forecast: seasonalNaive, actual })))
			}
		}
	};
}
