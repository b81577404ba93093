import type { ForecastNote } from '#solver/forecasting/index.ts';
import { describeHistoryNote, type HistoryFile, type QueueHistory } from '#lib/server/history/index.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const SHOWN_REPAIRS = 10;

const plural = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;

const clock = (interval: number, intervalSeconds: number): string => {
	const minutes = (interval * intervalSeconds) / 60;
	return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};

/** What was done to a file while it was read. */
export function describeFile({ format, rows, intervalSeconds, notes }: HistoryFile): string[] {
	return [
		`read ${plural(rows.length, 'row')} of ${format} history at ${(intervalSeconds ?? 0) / 60} minutes`,
		...notes.map(describeHistoryNote)
	];
}

/** What a queue's history lacks. */
export function describeGaps({ queue, gaps, incomplete }: QueueHistory): string[] {
	const lines: string[] = [];
	if (gaps.days > 0)
		lines.push(
			`${queue}: ${plural(gaps.days, 'working day')} without a row (holidays?): never counted as zero`
		);
	if (gaps.intervals > 0)
		lines.push(`${queue}: ${plural(gaps.intervals, 'interval')} missing inside a day: never counted as zero`);
	if (incomplete > 0) lines.push(`${queue}: ${plural(incomplete, 'interval')} with a part missing: left out`);
	return lines;
}

/** What the forecaster did besides forecasting. */
export function describeForecast(
	queue: string,
	notes: readonly ForecastNote[],
	intervalSeconds: number
): string[] {
	return notes.flatMap((note): string[] => {
		switch (note.kind) {
			case 'no-data':
				return [`${queue}: nothing measured in the last weeks, nothing forecast`];
			case 'all-zero':
				return [`${queue}: the history holds no contact at all; the forecast is zero`];
			case 'short-history':
				return [
					`${queue}: only ${plural(note.days, 'day')} of history: the recent weekdays' mean, and no back-test`
				];
			case 'weekdays-assumed':
				return [
					`${queue}: no ${note.weekdays.map((w) => WEEKDAYS[w]).join(', ')} in the history: assumed like the other days`
				];
			case 'borrowed':
				return [
					`${queue}: ${plural(note.days, 'day')} of its own; its shape and weekdays are those of "${note.from}" until it has more`
				];
			case 'level-shift': {
				const date = new Date(note.day * 86_400_000).toISOString().slice(0, 10);
				return [
					`${queue}: from ${date} the contacts came to ${Math.round(100 * note.factor)} % of what they were: followed`
				];
			}
			case 'rest-of-last-day':
				return [
					`${queue}: the history ends within a day; its other ${plural(note.intervals, 'interval')} are forecast too`
				];
			case 'repaired': {
				const shown = note.repairs
					.slice(0, SHOWN_REPAIRS)
					.map(({ day, interval, intervals, offered, expected, problem }) => {
						const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
						const stretch = intervals > 1 ? ` and ${plural(intervals - 1, 'interval')} on` : '';
						const when = interval === null ? date : `${date} ${clock(interval, intervalSeconds)}${stretch}`;
						return `${queue}: ${problem} at ${when} (${offered} where about ${Math.round(expected)} were usual): not learned from`;
					});
				const rest = note.repairs.length - shown.length;
				return rest > 0 ? [...shown, `${queue}: … and ${rest} more`] : shown;
			}
		}
	});
}
