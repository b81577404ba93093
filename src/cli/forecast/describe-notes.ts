import type { ForecastNote } from '#solver/forecasting/index.ts';
import type { HistoryFile, QueueHistory } from '#lib/server/history/index.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const SHOWN_REPAIRS = 10;

const plural = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;

const clock = (interval: number, intervalSeconds: number): string => {
	const minutes = (interval * intervalSeconds) / 60;
	return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};

/** What was done to a file while it was read. */
export function describeFile({ format, rows, intervalSeconds, notes }: HistoryFile): string[] {
	const lines = [
		`read ${plural(rows.length, 'row')} of ${format} history at ${(intervalSeconds ?? 0) / 60} minutes`
	];
	for (const note of notes)
		switch (note.kind) {
			case 'local-time':
				lines.push(`times carry no zone: read as local to ${note.timeZone}`);
				break;
			case 'not-measured':
				lines.push(`${plural(note.rows, 'row')} without a count: taken as not measured, not as zero`);
				break;
			case 'repeated-hour':
				lines.push(
					`${plural(note.rows, 'row')} from line ${note.firstLine} lie in an hour that the clocks repeat: the first of a time is the earlier, the second the later`
				);
				break;
			case 'skipped-hour':
				lines.push(
					`${plural(note.rows, 'row')} from line ${note.firstLine} without contacts lie in an hour that the clocks skip: left out`
				);
				break;
			case 'interval-assumed':
				lines.push(`one row a queue says no interval: ${note.seconds / 60} minutes assumed`);
		}
	return lines;
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
			case 'rest-of-last-day':
				return [
					`${queue}: the history ends within a day; its other ${plural(note.intervals, 'interval')} are forecast too`
				];
			case 'repaired': {
				const shown = note.repairs
					.slice(0, SHOWN_REPAIRS)
					.map(({ day, interval, offered, expected, problem }) => {
						const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
						const when = interval === null ? date : `${date} ${clock(interval, intervalSeconds)}`;
						return `${queue}: ${problem} at ${when} (${offered} where about ${Math.round(expected)} were usual): not learned from`;
					});
				const rest = note.repairs.length - shown.length;
				return rest > 0 ? [...shown, `${queue}: … and ${rest} more`] : shown;
			}
		}
	});
}
