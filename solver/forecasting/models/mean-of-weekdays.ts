import { weekdayOf } from '../calendar.ts';
import type { Training } from '../training.ts';
import type { ForecastModel } from './forecast-model.ts';

/**
 * Mean of the last `count` measured values of the same weekday and interval; a slot never measured borrows the
 * profile's share of the mean day. With `count` 1 this is the weekly seasonal naive.
 */
export function meanOfWeekdays(count: number, name: string): ForecastModel {
	return {
		name,
		leastDays: 1,
		fit(training, profile) {
			const width = training.columns.length;
			const rows = new Map<number, Float64Array>();
			const seen = profile.totals.filter((t): t is number => t !== null);
			const meanDay = seen.reduce((a, b) => a + b, 0) / Math.max(1, seen.length);
			return {
				predict(day) {
					const weekday = weekdayOf(day);
					let row = rows.get(weekday);
					if (!row) {
						row = recentMean(training, weekday, count, (c) => meanDay * profile.shares[weekday * width + c]!);
						rows.set(weekday, row);
					}
					return row.slice();
				}
			};
		}
	};
}

function recentMean(
	{ firstDay, dayCount, columns, offered, known, open }: Training,
	weekday: number,
	count: number,
	fallback: (column: number) => number
): Float64Array {
	const width = columns.length;
	const sum = new Float64Array(width);
	const seen = new Uint8Array(width);
	for (let d = dayCount - 1; d >= 0; d--) {
		if (weekdayOf(firstDay + d) !== weekday) continue;
		let wanting = false;
		for (let c = 0; c < width; c++) {
			if (seen[c]! >= count) continue;
			if (known[d * width + c]) {
				sum[c]! += offered[d * width + c]!;
				seen[c]!++;
			}
			if (open[weekday * width + c] && seen[c]! < count) wanting = true;
		}
		if (!wanting) break;
	}
	return sum.map((s, c) => (open[weekday * width + c] ? (seen[c]! > 0 ? s / seen[c]! : fallback(c)) : 0));
}
