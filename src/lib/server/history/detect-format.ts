import { parseNumber } from './parse-number.ts';
import { parseTime, slashedDate } from './parse-time.ts';
import type { HistoryError, HistoryFormat } from './history-file.ts';
import type { TableLine } from './read-table.ts';

/** Where each thing stands in a line, and what the file calls it. */
export interface FileLayout {
	format: HistoryFormat;
	/** The first line is data. */
	headless: boolean;
	columns: Record<string, number>;
	names: string[];
}

const MAREA = {
	needed: ['interval_start', 'queue', 'offered'],
	other: ['answered', 'abandoned', 'aht_seconds']
};
const CONNECT = {
	needed: ['QueueName', 'TimeStamp', 'IncomingContactVolume'],
	other: ['QueueId', 'ChannelType', 'IntervalDuration', 'AverageHandleTime', 'ContactsHandled']
};

/** Recognises the format by its header (any case, any order), or two columns by their content. */
export function detectFormat(lines: readonly TableLine[]): FileLayout | HistoryError {
	const header = lines[0]!;
	const names = header.fields.map((field) => field.trim());
	const lower = names.map((name) => name.toLowerCase());
	const find = (wanted: readonly string[]) =>
		Object.fromEntries(
			wanted.map((name) => [name, lower.indexOf(name.toLowerCase())]).filter(([, at]) => Number(at) >= 0)
		) as Record<string, number>;

	const connect = find([...CONNECT.needed, ...CONNECT.other]);
	const marea = find([...MAREA.needed, ...MAREA.other]);
	const looksConnect =
		'IncomingContactVolume' in connect || ('QueueName' in connect && 'TimeStamp' in connect);
	if (names.length !== 2 || looksConnect) {
		const [format, wanted, columns] = looksConnect
			? (['amazon-connect', CONNECT.needed, connect] as const)
			: (['marea', MAREA.needed, marea] as const);
		const missing = wanted.filter((name) => !(name in columns));
		if (missing.length === 0) return { format, headless: false, columns, names };
		const known = Object.keys(columns).length;
		return {
			line: header.line,
			column: known > 0 ? missing.join(', ') : null,
			value: names.join(', ').slice(0, 200),
			problem: known > 0 ? 'missing-column' : 'unknown-format',
			detail: wanted.join(', ')
		};
	}
	const looksTime = (text: string) => parseTime(text, null) !== null || slashedDate(text) !== null;
	const isRow = (time: string, number: string) => looksTime(time) && parseNumber(number).kind === 'number';
	const headless = isRow(names[0]!, names[1]!) || isRow(names[1]!, names[0]!);
	// A header with the count first is followed by lines with the count first.
	const sample = lines[headless ? 0 : 1]?.fields ?? [];
	const swapped = !looksTime(sample[0] ?? '') && looksTime(sample[1] ?? '');
	return {
		format: 'two-column',
		headless,
		columns: swapped ? { time: 1, offered: 0 } : { time: 0, offered: 1 },
		names: headless ? (swapped ? ['count', 'time'] : ['time', 'count']) : names
	};
}
