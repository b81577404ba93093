/**
 * The calls of one queue on a grid of local days × intervals of the day. Rows are every calendar day from
 * `firstDay`, with no day left out; columns are the whole local day, 86,400 / `intervalSeconds` of them. A cell
 * whose `known` is 0 was not measured (a closed hour, a gap, a holiday): its `offered` is ignored, which is how
 * "no data" stays apart from "zero calls".
 *
 * Local days keep weekly habits in place when the clocks change; turning instants into local days and back is
 * the caller's.
 */
export interface CallHistory {
	/** Length of an interval; must divide 86,400. */
	intervalSeconds: number;
	/** Local days since 1970-01-01 (which was a Thursday) of row 0. */
	firstDay: number;
	dayCount: number;
	/** Contacts offered, row-major, dayCount × intervals a day. */
	offered: Float64Array;
	/** 1 where the cell was measured. */
	known: Uint8Array;
	/** Mean handle time of the cell in seconds; 0 where not measured. */
	ahtSeconds?: Float64Array;
}

/** Number of intervals in a local day. */
export const intervalsPerDay = (intervalSeconds: number): number => 86_400 / intervalSeconds;

/**
 * Refuses a history that breaks the contract above.
 *
 * @throws RangeError naming the field, its value and what was wanted
 */
export function assertCallHistory(history: CallHistory): void {
	const { intervalSeconds, firstDay, dayCount, offered, known, ahtSeconds } = history;
	const fail = (what: string) => {
		throw new RangeError(`Forecasting: ${what}`);
	};
	if (!(intervalSeconds > 0) || !Number.isInteger(86_400 / intervalSeconds))
		fail(`intervalSeconds "${intervalSeconds}" must divide a day of 86400 s.`);
	if (!Number.isInteger(firstDay)) fail(`firstDay "${firstDay}" must be a whole day number.`);
	if (!Number.isInteger(dayCount) || dayCount < 0) fail(`dayCount "${dayCount}" must be a whole number ≥ 0.`);
	const cells = dayCount * intervalsPerDay(intervalSeconds);
	for (const [name, length] of [
		['offered', offered.length],
		['known', known.length],
		['ahtSeconds', ahtSeconds?.length ?? cells]
	] as const)
		if (length !== cells) fail(`${name} has ${length} cells where ${cells} (days × intervals) were wanted.`);
	for (let k = 0; k < cells; k++) {
		if (known[k] === 0) continue;
		const value = offered[k]!;
		if (!(value >= 0) || value === Infinity) fail(`offered "${value}" in cell ${k} must be finite and ≥ 0.`);
		const aht = ahtSeconds?.[k] ?? 0;
		if (!(aht >= 0) || aht === Infinity) fail(`ahtSeconds "${aht}" in cell ${k} must be finite and ≥ 0.`);
	}
}

/** The history as it stood at the end of its first `dayCount` days: what a forecaster knew then. */
export function truncateHistory(history: CallHistory, dayCount: number): CallHistory {
	const cells = dayCount * intervalsPerDay(history.intervalSeconds);
	return {
		...history,
		dayCount,
		offered: history.offered.subarray(0, cells),
		known: history.known.subarray(0, cells),
		...(history.ahtSeconds && { ahtSeconds: history.ahtSeconds.subarray(0, cells) })
	};
}
