import { dateOrderOf } from './date-order.ts';
import { detectFormat, type FileLayout } from './detect-format.ts';
import { ErrorList } from './error-list.ts';
import type { HistoryFile, HistoryFileNote, HistoryRow } from './history-file.ts';
import { numberStyleOf, type NumberStyle } from './number-style.ts';
import type { DateOrder } from './parse-time.ts';
import { inferInterval } from './infer-interval.ts';
import { placeInTime } from './place-in-time.ts';
import { readRow, type WallRow } from './read-row.ts';
import { readTable, type TableLine } from './read-table.ts';
import { openTimeZone } from './time-zone.ts';

export interface ParseHistoryOptions {
	/** IANA name. Local times without a zone are read in it, and weekly habits are kept in it. */
	timeZone: string;
	/** Queue of a two-column file. */
	defaultQueue?: string;
	/** Which number of 3/4/2003 is the day, where the file itself does not tell. */
	dateOrder?: DateOrder;
	/** Characters above which the file is refused. */
	maxLength?: number;
}

const MAX_LENGTH = 200_000_000;

/**
 * Reads the text of a history file in any of the three formats. Rows that cannot be read are left out and named
 * in `errors`; a caller decides whether the others are of use without them.
 */
export function parseHistory(text: string, options: ParseHistoryOptions): HistoryFile {
	const { timeZone, defaultQueue = 'main', dateOrder, maxLength = MAX_LENGTH } = options;
	const errors = new ErrorList();
	const notes: HistoryFileNote[] = [];
	const finish = (
		format: HistoryFile['format'],
		rows: HistoryRow[],
		intervalSeconds: number | null
	): HistoryFile => ({
		format,
		rows,
		intervalSeconds,
		timeZone,
		errors: errors.first,
		errorCount: errors.count,
		notes
	});

	const zone = openTimeZone(timeZone);
	if (!zone) errors.add(null, null, timeZone, 'unknown-time-zone', 'an IANA name such as Europe/Madrid');
	else if (text.length > maxLength)
		errors.add(null, null, String(text.length), 'too-large', String(maxLength));
	else if (isBinary(text)) errors.add(null, null, null, 'binary-file');
	if (!zone || errors.count > 0) return finish(null, [], null);

	const lines = readTable(text);
	if (lines.length === 0) {
		errors.add(null, null, null, 'empty-file');
		return finish(null, [], null);
	}
	const layout = detectFormat(lines);
	if ('problem' in layout) {
		errors.push(layout);
		return finish(null, [], null);
	}
	const body = layout.headless ? lines : lines.slice(1);
	if (body.length === 0) errors.add(null, null, null, 'empty-file', 'only a header');

	const order = dateOrderOf(body, layout, dateOrder, errors, notes);
	if (order === 'ambiguous') return finish(layout.format, [], null);
	const style = numberStyleOf(body, layout, notes);
	const used = new Set(Object.values(layout.columns));
	const unread = layout.names.filter((name, at) => !used.has(at) && name !== '');
	if (unread.length > 0) notes.push({ kind: 'unread-columns', columns: unread.slice(0, 20) });

	const read = readRows(body, layout, order, style, defaultQueue, errors);
	if (read.notMeasured > 0) notes.push({ kind: 'not-measured', rows: read.notMeasured });
	if (read.serials.rows > 0) notes.push({ kind: 'serial-dates', ...read.serials });
	const rows = placeInTime(read.rows, layout, zone, errors, notes);
	const interval = inferInterval(rows, read.durations, layout, zone, errors, notes);
	return finish(layout.format, rows, interval);
}

function readRows(
	body: readonly TableLine[],
	layout: FileLayout,
	order: DateOrder | null,
	style: NumberStyle,
	defaultQueue: string,
	errors: ErrorList
) {
	const rows: WallRow[] = [];
	const durations = new Map<number, number>();
	const serials = { rows: 0, firstLine: 0 };
	let notMeasured = 0;
	for (const line of body) {
		const row = readRow(line, layout, order, style, defaultQueue, errors);
		if (row === 'not-measured') notMeasured++;
		else if (row) {
			rows.push(row);
			if (row.time.isSerial && serials.rows++ === 0) serials.firstLine = row.line;
			if (row.durationSeconds !== null && !durations.has(row.durationSeconds))
				durations.set(row.durationSeconds, row.line);
		}
	}
	return { rows, durations, serials, notMeasured };
}

/** Text that was decoded from something else than text. */
function isBinary(text: string): boolean {
	const head = text.slice(0, 4096);
	// eslint-disable-next-line no-control-regex
	const strange = head.match(/[\u0000-\u0008\u000E-\u001F\uFFFD]/g)?.length ?? 0;
	return head.includes('\u0000') || strange > head.length / 20;
}
