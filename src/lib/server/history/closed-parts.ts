import { weekdayOf, type CallHistory } from '#solver/forecasting/index.ts';

/** A part of an interval measured on less than this share of its weekday's days is closed, not a gap. */
const CLOSED_SHARE = 0.5;
/** With fewer weeks than this all weekdays are judged together. */
const LEAST_WEEKS = 4;

/**
 * Intervals of the week that lie outside opening hours (1), by weekday from Sunday: those that are measured on too
 * few of the weekday's working days. Any other interval that is missing is a gap.
 */
export function closedParts({ dayCount, firstDay, known, intervalSeconds }: CallHistory): Uint8Array {
	const width = 86_400 / intervalSeconds;
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
