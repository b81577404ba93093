import { weekdayOf, type CallHistory } from '#solver/forecasting/index.ts';
import { closedParts } from './closed-parts.ts';

/**
 * Sums a grid to a coarser interval. A part that is missing on most of its weekday's working days is outside
 * opening hours and adds nothing (a day that ends at 21:05 has a short last half-hour); any other missing part
 * leaves its interval not measured, since a sum without it would be too low.
 */
export function sumIntervals(
	fine: CallHistory,
	intervalSeconds: number
): { history: CallHistory; incomplete: number } {
	const parts = intervalSeconds / fine.intervalSeconds;
	if (!Number.isInteger(parts) || parts < 1 || !Number.isInteger(86_400 / intervalSeconds))
		throw new RangeError(
			`Summing a history of ${fine.intervalSeconds} s intervals: "${intervalSeconds}" s is not a multiple of it that divides a day.`
		);
	if (parts === 1) return { history: fine, incomplete: 0 };
	const width = 86_400 / fine.intervalSeconds;
	const closed = closedParts(fine);
	const cells = (fine.dayCount * width) / parts;
	const offered = new Float64Array(cells);
	const known = new Uint8Array(cells);
	const aht = new Float64Array(cells);
	let incomplete = 0;
	for (let cell = 0; cell < cells; cell++) {
		let [seen, missing, calls, seconds, timed] = [0, 0, 0, 0, 0];
		for (let at = cell * parts; at < (cell + 1) * parts; at++) {
			const weekday = weekdayOf(fine.firstDay + Math.floor(at / width));
			if (!fine.known[at]) {
				if (!closed[weekday * width + (at % width)]) missing++;
				continue;
			}
			seen++;
			calls += fine.offered[at]!;
			const handle = fine.ahtSeconds?.[at] ?? 0;
			if (handle > 0) {
				seconds += handle * fine.offered[at]!;
				timed += fine.offered[at]!;
			}
		}
		if (seen === 0) continue;
		if (missing > 0) {
			incomplete++;
			continue;
		}
		known[cell] = 1;
		offered[cell] = calls;
		aht[cell] = timed > 0 ? seconds / timed : 0;
	}
	const { firstDay, dayCount } = fine;
	const history = { intervalSeconds, firstDay, dayCount, offered, known };
	return { history: fine.ahtSeconds ? { ...history, ahtSeconds: aht } : history, incomplete };
}
