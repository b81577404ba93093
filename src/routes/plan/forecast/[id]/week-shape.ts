export interface WeekShape {
	/** ISO weekdays (1 = Monday) that are open. */
	weekdays: number[];
	/** Seconds after midnight. */
	starts: number[];
	/** Mean contacts of that interval on that weekday; null when closed. */
	values: (number | null)[][];
}

const DAY_MS = 86_400_000;

/** Mean forecast of each interval of each weekday, on the local clock, from the first open interval to the last. */
export function weekShape(
	intervals: readonly { at: number; offered: number }[],
	intervalSeconds: number,
	offsetMs: (utcMs: number) => number
): WeekShape {
	const cells = new Map<string, { sum: number; count: number }>();
	const weekdays = new Set<number>();
	let [first, last] = [Infinity, -Infinity];
	for (const { at, offered } of intervals) {
		const local = at + offsetMs(at);
		const day = Math.floor(local / DAY_MS);
		// 1970-01-01 was a Thursday.
		const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
		const start = (local - day * DAY_MS) / 1000;
		weekdays.add(weekday);
		first = Math.min(first, start);
		last = Math.max(last, start);
		const key = `${weekday} ${start}`;
		const cell = cells.get(key) ?? { sum: 0, count: 0 };
		cells.set(key, { sum: cell.sum + offered, count: cell.count + 1 });
	}
	const starts: number[] = [];
	for (let start = first; start <= last; start += intervalSeconds) starts.push(start);
	const open = [...weekdays].sort((a, b) => a - b);
	return {
		weekdays: open,
		starts,
		values: open.map((weekday) =>
			starts.map((start) => {
				const cell = cells.get(`${weekday} ${start}`);
				return cell ? cell.sum / cell.count : null;
			})
		)
	};
}
