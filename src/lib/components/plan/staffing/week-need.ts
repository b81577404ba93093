const DAY_MS = 86_400_000;

export type WeekNeed = {
	/** ISO weekdays, 1 = Monday. */
	weekdays: number[];
	/** Minutes after midnight. */
	minutes: number[];
	/** Mean of that interval on that weekday; null where the plan has none. */
	values: (number | null)[][];
};

/** A measure by weekday and local time, from the first interval of the day to the last. */
export function weekNeed(
	points: readonly { at: number; value: number }[],
	intervalSeconds: number,
	localOf: (at: number) => number
): WeekNeed {
	const cells = new Map<string, { sum: number; count: number }>();
	const weekdays = new Set<number>();
	let [first, last] = [Infinity, -Infinity];
	for (const { at, value } of points) {
		const local = localOf(at);
		const day = Math.floor(local / DAY_MS);
		// 1970-01-01 was a Thursday.
		const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
		const minute = Math.floor((local - day * DAY_MS) / 60_000);
		weekdays.add(weekday);
		[first, last] = [Math.min(first, minute), Math.max(last, minute)];
		const key = `${weekday} ${minute}`;
		const cell = cells.get(key) ?? { sum: 0, count: 0 };
		cells.set(key, { sum: cell.sum + value, count: cell.count + 1 });
	}
	const minutes: number[] = [];
	for (let minute = first; minute <= last; minute += intervalSeconds / 60) minutes.push(minute);
	const open = [...weekdays].sort((a, b) => a - b);
	return {
		weekdays: open,
		minutes,
		values: open.map((weekday) =>
			minutes.map((minute) => {
				const cell = cells.get(`${weekday} ${minute}`);
				return cell ? cell.sum / cell.count : null;
			})
		)
	};
}
