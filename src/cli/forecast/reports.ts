import type { OutputRow } from './format-intervals.ts';
import type { HeldOut } from './held-out.ts';
import { pooledScore } from './pooled-score.ts';
import type { QueueResult } from './run-queues.ts';

export type ScoredQueue = QueueResult & { held: HeldOut };

/** Figures of a held-out end; of several queues over all of their intervals, and each. */
export function heldOutReport(queues: readonly ScoredQueue[]) {
	const each = queues.map(({ queue, result, held }) => ({
		queue,
		method: result.method,
		...held.score,
		intervals: held.cells.length
	}));
	if (each.length === 1) return each[0];
	return {
		method: [...new Set(each.map((queue) => queue.method))].join('; '),
		...pooledScore(queues.map(({ held }) => held)),
		queues: each
	};
}

/** A forecast with how it came about. */
export function forecastReport(queues: readonly QueueResult[], rows: readonly OutputRow[]) {
	const each = queues.map(
		({ queue, isDaily, result: { method, weights, backtest, notes, specialDays } }) => ({
			queue,
			method,
			weights,
			backtest,
			notes,
			specialDays: specialDays.map(({ day, ...rest }) => ({
				date: new Date(day * 86_400_000).toISOString().slice(0, 10),
				...rest
			})),
			[isDaily ? 'days' : 'intervals']: rows
				.filter((row) => row.queue === queue)
				.map(({ queue: _, ...row }) => row)
		})
	);
	return each.length === 1 ? each[0] : { queues: each };
}

const percent = (fraction: number | null) => (fraction === null ? '–' : `${(100 * fraction).toFixed(2)} %`);

export function heldOutText(queues: readonly ScoredQueue[]): string {
	return queues
		.map(({ queue, result, held }) => {
			const { wape, bias, mase, coverage80, noiseFloor, baseline } = held.score;
			return [
				`${queue}: ${result.method}`,
				`  WAPE ${percent(wape)} (noise floor ${percent(noiseFloor)}, seasonal naive ${percent(baseline.seasonalNaive.wape)})`,
				`  bias ${percent(bias)}, MASE ${mase === null ? '–' : mase.toFixed(3)}, inside the 80 % band ${percent(coverage80)}`
			].join('\n');
		})
		.join('\n');
}
