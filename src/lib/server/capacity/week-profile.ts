import { intervalsPerDay, weekdayOf, type CallHistory } from '#solver/forecasting/index.ts';
import type { WeekProfile } from '#solver/capacity/index.ts';

/** An interval measured on less than this share of its weekday's days is closed. */
const OPEN_SHARE = 0.5;

/** How the contacts of the last days lie in a week: the mean of each weekday's interval, 0 where it is closed. Null without any. */
export function weekProfile(history: CallHistory, lastDays: number): WeekProfile | null {
	const width = intervalsPerDay(history.intervalSeconds);
	const days = new Float64Array(7);
	const seen = new Float64Array(7 * width);
	const sums = new Float64Array(7 * width);
	for (let d = Math.max(0, history.dayCount - lastDays); d < history.dayCount; d++) {
		const weekday = weekdayOf(history.firstDay + d);
		if (!history.known.subarray(d * width, (d + 1) * width).includes(1)) continue;
		days[weekday]!++;
		for (let i = 0; i < width; i++) {
			if (!history.known[d * width + i]) continue;
			seen[weekday * width + i]!++;
			sums[weekday * width + i]! += history.offered[d * width + i]!;
		}
	}
	const shares = Array.from({ length: 7 }, (_, weekday) =>
		Array.from({ length: width }, (__, i) => {
			const at = weekday * width + i;
			if (days[weekday] === 0 || seen[at]! < OPEN_SHARE * days[weekday]!) return 0;
			return Number((sums[at]! / seen[at]!).toPrecision(4));
		})
	);
	if (!shares.some((row) => row.some((share) => share > 0))) return null;
	return { intervalSeconds: history.intervalSeconds, shares };
}
