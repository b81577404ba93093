import type { ComparedCell } from './score-cells.ts';

/** Errors of a version by weekday and interval of the local clock. */
export interface ErrorMap {
	/** ISO weekdays, 1 = Monday. */
	weekdays: number[];
	/** Seconds after midnight. */
	starts: number[];
	/** Null where nothing came. */
	bias: (number | null)[][];
	wape: (number | null)[][];
}

const DAY_MS = 86_400_000;

/** Σ(forecast − actual) / Σ actual and Σ|forecast − actual| / Σ actual of each interval of each weekday. */
export function errorByInterval(
	cells: readonly (ComparedCell & { at: number })[],
	offsetMs: (utcMs: number) => number
): ErrorMap {
	const sums = new Map<string, { off: number; wrong: number; actual: number }>();
	const [weekdays, starts] = [new Set<number>(), new Set<number>()];
	for (const { at, offered, actual } of cells) {
		const local = at + offsetMs(at);
		const day = Math.floor(local / DAY_MS);
		// 1970-01-01 was a Thursday.
		const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
		const start = (local - day * DAY_MS) / 1000;
		weekdays.add(weekday);
		starts.add(start);
		const sum = sums.get(`${weekday} ${start}`) ?? { off: 0, wrong: 0, actual: 0 };
		sum.off += offered - actual;
		sum.wrong += Math.abs(offered - actual);
		sum.actual += actual;
		sums.set(`${weekday} ${start}`, sum);
	}
	const ordered = {
		weekdays: [...weekdays].sort((a, b) => a - b),
		starts: [...starts].sort((a, b) => a - b)
	};
	const table = (of: 'off' | 'wrong') =>
		ordered.weekdays.map((weekday) =>
			ordered.starts.map((start) => {
				const sum = sums.get(`${weekday} ${start}`);
				return sum && sum.actual > 0 ? sum[of] / sum.actual : null;
			})
		);
	return { ...ordered, bias: table('off'), wape: table('wrong') };
}
