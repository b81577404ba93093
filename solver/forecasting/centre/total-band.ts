import { blend } from '../blend.ts';
import type { Learned } from '../learn.ts';
import { isFair } from '../learnable.ts';

/**
 * How the queues' errors add up in their total: variance of the sum over the sum of variances, on the intervals that
 * every queue's back-test holds. 1: they err each by itself; their number: all alike. 1 where nothing can be said.
 */
export function errorsTogether(queues: readonly Learned[]): number {
	const sums = new Map<string, { sum: number; squares: number; n: number }>();
	let tested = 0;
	for (const { test, weights, hindsight } of queues) {
		if (test.cells.length === 0) continue;
		tested++;
		for (const cell of test.cells) {
			if (cell.isSpecial || !isFair(cell, hindsight)) continue;
			const key = `${cell.day - cell.daysAhead}:${cell.day}:${cell.interval}`;
			const row = sums.get(key) ?? { sum: 0, squares: 0, n: 0 };
			const error = cell.actual - blend(cell.forecasts, weights);
			row.sum += error;
			row.squares += error * error;
			row.n++;
			sums.set(key, row);
		}
	}
	let [together, apart] = [0, 0];
	for (const { sum, squares, n } of sums.values()) {
		if (n < 2) continue;
		together += sum * sum;
		apart += squares;
	}
	return apart > 0 ? Math.max(1, Math.min(tested, together / apart)) : 1;
}
