import { intervalsPerDay, type CallHistory } from '../call-history.ts';

/** A history on another grid of days: what it does not reach is not measured. */
export function onGrid(history: CallHistory, firstDay: number, dayCount: number): CallHistory {
	if (history.firstDay === firstDay && history.dayCount === dayCount) return history;
	const width = intervalsPerDay(history.intervalSeconds);
	const skip = history.firstDay - firstDay;
	const from = Math.max(0, -skip) * width;
	const to = Math.min(history.dayCount, dayCount - skip) * width;
	const spread = <T extends Float64Array | Uint8Array>(source: T, target: T): T => {
		if (to > from) target.set(source.subarray(from, to), Math.max(0, skip) * width);
		return target;
	};
	return {
		intervalSeconds: history.intervalSeconds,
		firstDay,
		dayCount,
		offered: spread(history.offered, new Float64Array(dayCount * width)),
		known: spread(history.known, new Uint8Array(dayCount * width)),
		...(history.ahtSeconds && { ahtSeconds: spread(history.ahtSeconds, new Float64Array(dayCount * width)) })
	};
}
