import { quantileOf } from '#solver/forecasting/index.ts';
import { addBands } from '#lib/server/forecasts/index.ts';

/** What a chart, a table or a heat map needs of an interval. */
export interface ShownInterval {
	at: number;
	offered: number;
	p10: number | null;
	p90: number | null;
	ahtSeconds: number | null;
	ahtP10Seconds?: number | null;
	ahtP90Seconds?: number | null;
	/** What the forecaster said; the same where nothing was changed by hand. */
	computedOffered?: number;
	/** Ids of the changes by hand that reach it. */
	marks?: readonly string[];
	/** The contacts that are not exceeded with the chosen probability. */
	atQuantile?: number | null;
}

export interface DayTotal {
	/** Start of the local day. */
	at: number;
	offered: number;
	/** The day's own band: what its intervals share adds up, chance evens out. */
	low: number | null;
	high: number | null;
	/** Weighted by contacts, the bounds too. */
	ahtSeconds: number | null;
	ahtLow: number | null;
	ahtHigh: number | null;
	computedOffered: number;
	marks: string[];
	atQuantile: number | null;
}

const DAY_MS = 86_400_000;

/** Totals of the local days, in order of time. */
export function dayTotals(
	intervals: readonly ShownInterval[],
	offsetMs: (utcMs: number) => number,
	quantile: number | null = null
): DayTotal[] {
	const byDay = Map.groupBy(intervals, ({ at }) => Math.floor((at + offsetMs(at)) / DAY_MS));
	return [...byDay]
		.sort(([a], [b]) => a - b)
		.map(([day, ofDay]) => {
			const midnight = day * DAY_MS;
			const band = bandOf(ofDay);
			return {
				at: midnight - offsetMs(midnight - offsetMs(midnight)),
				offered: ofDay.reduce((total, { offered }) => total + offered, 0),
				low: band?.p10 ?? null,
				high: band?.p90 ?? null,
				ahtSeconds: meanOf(ofDay, ({ ahtSeconds }) => ahtSeconds),
				ahtLow: meanOf(ofDay, ({ ahtP10Seconds }) => ahtP10Seconds),
				ahtHigh: meanOf(ofDay, ({ ahtP90Seconds }) => ahtP90Seconds),
				computedOffered: ofDay.reduce((total, one) => total + (one.computedOffered ?? one.offered), 0),
				marks: [...new Set(ofDay.flatMap(({ marks }) => marks ?? []))],
				atQuantile: band && quantile !== null ? quantileOf(band, quantile) : null
			};
		});
}

type Of = (one: ShownInterval) => number | null | undefined;

/** Null as soon as one interval has none. */
function bandOf(ofDay: readonly ShownInterval[]) {
	const bands = ofDay.flatMap(({ offered, p10, p90 }) =>
		p10 === null || p90 === null ? [] : [{ offered, p10, p90 }]
	);
	return bands.length > 0 && bands.length === ofDay.length ? bands.reduce(addBands) : null;
}

/** Over the intervals where it is known, weighted by contacts. */
function meanOf(ofDay: readonly ShownInterval[], of: Of): number | null {
	let [sum, contacts] = [0, 0];
	for (const one of ofDay) {
		const value = of(one);
		if (value === null || value === undefined) continue;
		sum += value * one.offered;
		contacts += one.offered;
	}
	return contacts > 0 ? sum / contacts : null;
}
