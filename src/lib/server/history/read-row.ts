import type { FileLayout } from './detect-format.ts';
import type { ErrorList } from './error-list.ts';
import type { HistoryRow } from './history-file.ts';
import type { NumberStyle } from './number-style.ts';
import { parseNumber } from './parse-number.ts';
import { parseTime, type DateOrder, type ParsedTime } from './parse-time.ts';
import type { TableLine } from './read-table.ts';

/** A row whose wall-clock time has yet to be placed in a zone. */
export interface WallRow extends Omit<HistoryRow, 'startMs'> {
	time: ParsedTime;
	timeText: string;
	/** Length of the interval where the row says it. */
	durationSeconds: number | null;
}

const CONNECT_DURATIONS: Record<string, number> = {
	'15mins': 900,
	'30mins': 1800,
	'60mins': 3600,
	hourly: 3600,
	daily: 86_400
};
const WANTED_TIME = '2025-03-31T09:30, with or without Z or +02:00';
const WANTED_NUMBER = 'a number of 0 or more';

/** Reads one line; null when it was refused (and named in `errors`). */
export function readRow(
	{ line, fields }: TableLine,
	{ format, columns, names }: FileLayout,
	order: DateOrder | null,
	style: NumberStyle,
	defaultQueue: string,
	errors: ErrorList
): WallRow | 'not-measured' | null {
	if (fields.length < names.length || fields.slice(names.length).some((field) => field.trim() !== '')) {
		errors.add(
			line,
			null,
			fields.join(' | ').slice(0, 120),
			'field-count',
			`${names.length} (${names.join(', ')})`
		);
		return null;
	}
	const before = errors.count;
	const text = (key: string): string | null => {
		const at = columns[key];
		return at === undefined ? null : fields[at]!.trim();
	};
	const columnName = (key: string) => names[columns[key]!] ?? key;
	const number = (key: string): number | null => {
		const value = text(key);
		if (value === null) return null;
		const parsed = parseNumber(value, style.decimal, style.threeDecimals.has(columns[key]!));
		if (parsed.kind === 'refused') errors.add(line, columnName(key), value, parsed.problem, WANTED_NUMBER);
		return parsed.kind === 'number' ? parsed.value : null;
	};
	const [timeKey, queueKey, countKey, answeredKey, ahtKey] = {
		marea: ['interval_start', 'queue', 'offered', 'answered', 'aht_seconds'] as const,
		'two-column': ['time', '', 'offered', '', ''] as const,
		'amazon-connect': [
			'TimeStamp',
			'QueueName',
			'IncomingContactVolume',
			'ContactsHandled',
			'AverageHandleTime'
		] as const
	}[format];

	const timeText = text(timeKey)!;
	const time = parseTime(timeText, order);
	if (!time) errors.add(line, columnName(timeKey), timeText, 'not-a-time', WANTED_TIME);
	const queue = queueKey ? text(queueKey)! : defaultQueue;
	if (queue === '') errors.add(line, columnName(queueKey), '', 'missing-value', 'the name of the queue');
	const offered = number(countKey);
	const row = {
		line,
		queue,
		channel: text('ChannelType') || null,
		answered: number(answeredKey),
		abandoned: number('abandoned'),
		ahtSeconds: number(ahtKey) || null,
		durationSeconds: duration(text('IntervalDuration'), line, errors)
	};
	if (errors.count > before || !time) return null;
	return offered === null ? 'not-measured' : { ...row, offered, time, timeText };
}

function duration(text: string | null, line: number, errors: ErrorList): number | null {
	if (!text) return null;
	const seconds = CONNECT_DURATIONS[text.toLowerCase().replace(/\s/g, '')];
	if (seconds) return seconds;
	errors.add(line, 'IntervalDuration', text, 'irregular-interval', '15mins, 30mins or daily');
	return null;
}
