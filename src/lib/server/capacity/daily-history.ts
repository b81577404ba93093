import { intervalsPerDay, type CallHistory } from '#solver/forecasting/index.ts';

/** A history by whole days: a day counts as measured when any of it was. */
export function dailyHistory(history: CallHistory): CallHistory {
	const width = intervalsPerDay(history.intervalSeconds);
	const offered = new Float64Array(history.dayCount);
	const known = new Uint8Array(history.dayCount);
	for (let d = 0; d < history.dayCount; d++)
		for (let k = d * width; k < (d + 1) * width; k++) {
			if (!history.known[k]) continue;
			known[d] = 1;
			offered[d]! += history.offered[k]!;
		}
	return { intervalSeconds: 86_400, firstDay: history.firstDay, dayCount: history.dayCount, offered, known };
}
