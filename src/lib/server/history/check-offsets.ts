import type { ErrorList } from './error-list.ts';
import type { HistoryFileNote } from './history-file.ts';
import type { WallRow } from './read-row.ts';
import type { TimeZone } from './time-zone.ts';

/** A zone changes its clocks by an hour at most, and not twice within this time. */
const CLOCK_CHANGE_MINUTES = 60;
const LEAST_BETWEEN_CHANGES_MS = 14 * 86_400_000;

/**
 * Whether the zones written with the times can be those of one file: all rows say one or none does, and the
 * offsets of a queue change only as clocks do. Else false, with the first row that shows it. Offsets other than
 * the zone's own are said: such times are placed by their instant.
 */
export function checkOffsets(
	rows: readonly WallRow[],
	column: string,
	zone: TimeZone,
	errors: ErrorList,
	notes: HistoryFileNote[]
): boolean {
	const first = rows[0];
	if (!first) return true;
	const refuse = (row: WallRow, other: WallRow) => {
		errors.add(
			row.line,
			column,
			row.timeText,
			'two-zones',
			`${written(row)}; line ${other.line} has ${written(other)}`
		);
		return false;
	};
	const ofQueue = new Map<string, { row: WallRow; changedMs: number }>();
	const offsets = new Set<string>();
	let isForeign = false;
	for (const row of rows) {
		const offset = row.time.offsetMinutes;
		if ((offset === null) !== (first.time.offsetMinutes === null)) return refuse(row, first);
		if (offset === null) continue;
		offsets.add(written(row));
		const instant = row.time.localMs - offset * 60_000;
		isForeign ||= zone.offsetMs(instant) !== offset * 60_000;
		const last = ofQueue.get(row.queue);
		if (!last) {
			ofQueue.set(row.queue, { row, changedMs: -Infinity });
			continue;
		}
		const step = Math.abs(offset - last.row.time.offsetMinutes!);
		if (step > 0) {
			if (step > CLOCK_CHANGE_MINUTES || Math.abs(instant - last.changedMs) < LEAST_BETWEEN_CHANGES_MS)
				return refuse(row, last.row);
			last.changedMs = instant;
		}
		last.row = row;
	}
	// All in UTC is how machines write; beside other offsets it is one more zone.
	const isUtc = offsets.size === 1 && offsets.has('Z');
	if (isForeign && !isUtc)
		notes.push({ kind: 'other-offsets', offsets: [...offsets].sort().slice(0, 10), timeZone: zone.name });
	return true;
}

const written = ({ time, timeText }: WallRow): string =>
	time.offsetMinutes === null ? 'no zone' : (/(Z|[+-]\d{2}(?::?\d{2})?)$/i.exec(timeText)?.[0] ?? 'UTC');
