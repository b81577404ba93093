import { formatCount } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { QueueSummary } from '#lib/server/history/index.ts';

/** Days below which a forecast has no back-test. */
const SHORT_HISTORY_DAYS = 14;

/** What is to be known of a queue's rows before they are forecast from, in the page's language. */
export function describeSummary({ queue, gaps, offered, daysWithRows }: QueueSummary): string[] {
	return [
		gaps.days > 0 ? m.history_summary_gap_days({ queue, count: formatCount(gaps.days) }) : null,
		gaps.intervals > 0
			? m.history_summary_gap_intervals({ queue, count: formatCount(gaps.intervals) })
			: null,
		offered === 0 ? m.history_summary_all_zero({ queue }) : null,
		daysWithRows < SHORT_HISTORY_DAYS ? m.history_summary_short({ queue, days: daysWithRows }) : null
	].filter((line) => line !== null);
}
