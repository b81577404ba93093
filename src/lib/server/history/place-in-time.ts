import type { FileLayout } from './detect-format.ts';
import type { ErrorList } from './error-list.ts';
import type { HistoryFileNote, HistoryRow } from './history-file.ts';
import type { WallRow } from './read-row.ts';
import type { TimeZone } from './time-zone.ts';

/** A change of the clocks moves a zone's offset by no more than this. */
const CLOCK_CHANGE_MINUTES = 60;

/**
 * Gives each row its instant. Times without a zone are local to `zone`: of an hour that the clocks repeat, a
 * queue's first row of a time is the earlier and its second the later; an hour that they skip is refused when it
 * has contacts, left out when it has none. A file that mixes zones is refused whole, and so is a second row of
 * the same queue and instant.
 */
export function placeInTime(
	rows: readonly WallRow[],
	{ format, names, columns }: FileLayout,
	zone: TimeZone,
	errors: ErrorList,
	notes: HistoryFileNote[]
): HistoryRow[] {
	const timeColumn =
		names[columns[format === 'marea' ? 'interval_start' : format === 'two-column' ? 'time' : 'TimeStamp']!]!;
	if (mixesZones(rows, timeColumn, errors)) return [];
	const placed: HistoryRow[] = [];
	const seen = new Map<string, Map<number, number>>();
	const repeated = { rows: 0, firstLine: 0 };
	const skipped = { rows: 0, firstLine: 0 };
	const count = (of: typeof repeated, line: number) => {
		if (of.rows++ === 0) of.firstLine = line;
	};
	for (const { time, timeText, durationSeconds: _, ...row } of rows) {
		const key = row.channel === null ? row.queue : `${row.queue}\n${row.channel}`;
		let instants = seen.get(key);
		if (!instants) seen.set(key, (instants = new Map()));
		let startMs: number;
		if (time.offsetMinutes !== null) startMs = time.localMs - time.offsetMinutes * 60_000;
		else {
			const local = zone.fromLocal(time.localMs);
			if (local.kind === 'never') {
				if (row.offered > 0) errors.add(row.line, timeColumn, timeText, 'nonexistent-time', zone.name);
				else count(skipped, row.line);
				continue;
			}
			startMs = local.utcMs;
			if (local.kind === 'twice') {
				count(repeated, row.line);
				if (instants.has(startMs)) startMs = local.laterUtcMs;
			}
		}
		const first = instants.get(startMs);
		if (first !== undefined) {
			errors.add(row.line, timeColumn, timeText, 'duplicate', `${row.queue}, line ${first}`);
			continue;
		}
		instants.set(startMs, row.line);
		placed.push({ ...row, startMs });
	}
	if (rows.some((row) => row.time.offsetMinutes === null))
		notes.push({ kind: 'local-time', timeZone: zone.name });
	if (repeated.rows > 0) notes.push({ kind: 'repeated-hour', ...repeated });
	if (skipped.rows > 0) notes.push({ kind: 'skipped-hour', ...skipped });
	return placed;
}

function mixesZones(rows: readonly WallRow[], column: string, errors: ErrorList): boolean {
	const first = rows[0];
	if (!first) return false;
	const written = (row: WallRow) =>
		row.time.offsetMinutes === null ? 'no zone' : /(Z|[+-]\d{2}(?::?\d{2})?)$/i.exec(row.timeText)![0];
	for (const row of rows) {
		const [a, b] = [first.time.offsetMinutes, row.time.offsetMinutes];
		const clash =
			(a === null) !== (b === null) || (a !== null && b !== null && Math.abs(a - b) > CLOCK_CHANGE_MINUTES);
		if (!clash) continue;
		errors.add(
			row.line,
			column,
			row.timeText,
			'two-zones',
			`${written(row)}; line ${first.line} has ${written(first)}`
		);
		return true;
	}
	return false;
}
