import type { QueueSummary } from './queue-summary.ts';

/** Days below which a forecast has no back-test. */
const SHORT_HISTORY_DAYS = 14;

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** What is to be known of a queue's rows before they are forecast from, in English. */
export function describeQueueSummary({ queue, gaps, offered, daysWithRows }: QueueSummary): string[] {
	const lines: string[] = [];
	if (gaps.days > 0)
		lines.push(
			`${queue}: ${count(gaps.days, 'working day')} without a row (holidays?): missing, never counted as zero`
		);
	if (gaps.intervals > 0)
		lines.push(
			`${queue}: ${count(gaps.intervals, 'interval')} missing inside a day: missing, never counted as zero`
		);
	if (offered === 0) lines.push(`${queue}: every row is zero: a forecast from it is zero`);
	if (daysWithRows < SHORT_HISTORY_DAYS)
		lines.push(
			`${queue}: only ${count(daysWithRows, 'day')} of history: a forecast from it is the recent days' mean, and no back-test`
		);
	return lines;
}
