import { weekdayOf, type CallHistory } from '#solver/forecasting/index.ts';

/** A part of an interval measured on less than this share of its weekday's days is closed, not a gap. */
const CLOSED_SHARE = 0.5;
/** With fewer weeks than this all weekdays are judged together. */
const LEAST_WEEKS = 4;

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
	const closed = closedParts(fine, width);
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

function closedParts({ dayCount, firstDay, known }: CallHistory, width: number): Uint8Array {
	const days = new Float64Array(7);
	const seen = new Float64Array(7 * width);
	for (let d = 0; d < dayCount; d++) {
		const row = known.subarray(d * width, (d + 1) * width);
		if (!row.includes(1)) continue;
		const weekday = weekdayOf(firstDay + d);
		days[weekday]!++;
		for (let i = 0; i < width; i++) seen[weekday * width + i]! += row[i]!;
	}
	const allDays = days.reduce((a, b) => a + b, 0);
	return Uint8Array.from(seen, (n, k) => {
		const own = days[Math.floor(k / width)]!;
		if (own >= LEAST_WEEKS) return n < CLOSED_SHARE * own ? 1 : 0;
		let everyWeekday = 0;
		for (let w = 0; w < 7; w++) everyWeekday += seen[w * width + (k % width)]!;
		return everyWeekday < CLOSED_SHARE * allDays ? 1 : 0;
	});
}
