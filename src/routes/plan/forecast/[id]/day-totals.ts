export interface DayTotal {
	/** Start of the local day. */
	at: number;
	offered: number;
	/** Sums of the intervals' p10 and p90: the day's own band is narrower. */
	low: number | null;
	high: number | null;
	/** Weighted by contacts. */
	ahtSeconds: number | null;
}

const DAY_MS = 86_400_000;

/** Totals of the local days, in order of time. */
export function dayTotals(
	intervals: readonly {
		at: number;
		offered: number;
		p10: number | null;
		p90: number | null;
		ahtSeconds: number | null;
	}[],
	offsetMs: (utcMs: number) => number
): DayTotal[] {
	const byDay = Map.groupBy(intervals, ({ at }) => Math.floor((at + offsetMs(at)) / DAY_MS));
	return [...byDay]
		.sort(([a], [b]) => a - b)
		.map(([day, ofDay]) => {
			const midnight = day * DAY_MS;
			let [offered, low, high, seconds, handled] = [0, 0, 0, 0, 0];
			let isBanded = true;
			for (const one of ofDay) {
				offered += one.offered;
				if (one.p10 === null || one.p90 === null) isBanded = false;
				low += one.p10 ?? 0;
				high += one.p90 ?? 0;
				if (one.ahtSeconds === null) continue;
				seconds += one.ahtSeconds * one.offered;
				handled += one.offered;
			}
			return {
				at: midnight - offsetMs(midnight - offsetMs(midnight)),
				offered,
				low: isBanded ? low : null,
				high: isBanded ? high : null,
				ahtSeconds: handled > 0 ? seconds / handled : null
			};
		});
}
