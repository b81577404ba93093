import type { HistoryFile } from './history-file.ts';
import type { QueueSummary } from './queue-summary.ts';
import { toCallHistories } from './to-call-histories.ts';

/** What a file holds of each queue, its gaps told from closed hours. Empty when the file has no length of interval. */
export function summariseQueues(file: HistoryFile): QueueSummary[] {
	const { intervalSeconds } = file;
	if (intervalSeconds === null || file.rows.length === 0) return [];
	return toCallHistories(file, intervalSeconds).map(({ queue, history, gaps, offered, spanMs, rowCount }) => {
		const width = 86_400 / intervalSeconds;
		let daysWithRows = 0;
		for (let day = 0; day < history.dayCount; day++)
			if (history.known.subarray(day * width, (day + 1) * width).includes(1)) daysWithRows++;
		return {
			queue,
			rows: rowCount,
			fromMs: spanMs.first,
			toMs: spanMs.last + intervalSeconds * 1000,
			offered,
			daysWithRows,
			gaps
		};
	});
}
