import { intervalsPerDay, type CallHistory } from '../call-history.ts';
import type { Pair } from './wape.ts';

/**
 * Mean absolute scaled error (Hyndman and Koehler 2006): the mean absolute error over the mean absolute error
 * that the weekly seasonal naive made inside the history. Below 1 is better than "as last week". Null without a
 * pair a week apart, or where the naive made no error.
 */
export function mase(pairs: readonly Pair[], history: CallHistory): number | null {
	const scale = naiveScale(history);
	if (pairs.length === 0 || scale === null) return null;
	let error = 0;
	for (const { forecast, actual } of pairs) error += Math.abs(forecast - actual);
	return error / pairs.length / scale;
}

/** Mean absolute difference of cells a week apart; null where there is none or all are equal. */
function naiveScale({ intervalSeconds, dayCount, offered, known }: CallHistory): number | null {
	const week = 7 * intervalsPerDay(intervalSeconds);
	let [error, count] = [0, 0];
	for (let k = week; k < (dayCount * week) / 7; k++) {
		if (!known[k] || !known[k - week]) continue;
		error += Math.abs(offered[k]! - offered[k - week]!);
		count++;
	}
	return count > 0 && error > 0 ? error / count : null;
}
