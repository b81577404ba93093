import { checkOffsets } from './check-offsets.ts';
import type { FileLayout } from './detect-format.ts';
import type { ErrorList } from './error-list.ts';
import type { HistoryFileNote, HistoryRow } from './history-file.ts';
import type { WallRow } from './read-row.ts';
import { timeColumn } from './time-column.ts';
import type { TimeZone } from './time-zone.ts';

interface Tally {
	rows: number;
	firstLine: number;
}

/**
 * Gives each row its instant. Times without a zone are local to `zone`: of an hour that the clocks repeat, a
 * queue's first row of a time is the earlier and its second the later; an hour that they skip is refused when it
 * has contacts, left out when it has none. A second row of the same queue and instant is left out when it says the
 * same; when it says something else, nobody can tell which is right and neither is kept. A file that mixes zones
 * is refused whole.
 */
export function placeInTime(
	rows: readonly WallRow[],
	layout: FileLayout,
	zone: TimeZone,
	errors: ErrorList,
	notes: HistoryFileNote[]
): HistoryRow[] {
	const column = timeColumn(layout);
	if (!checkOffsets(rows, column, zone, errors, notes)) return [];
	const placed: HistoryRow[] = [];
	const texts: string[] = [];
	const refused = new Set<number>();
	const seen = new Map<string, Map<number, number>>();
	const onceOnly = new Map<string, number>();
	const [same, repeated, skipped] = [tally(), tally(), tally()];
	for (const { time, timeText, durationSeconds: _, ...row } of rows) {
		const key = row.channel === null ? row.queue : `${row.queue}\n${row.channel}`;
		let instants = seen.get(key);
		if (!instants) seen.set(key, (instants = new Map()));
		let startMs: number;
		if (time.offsetMinutes !== null) startMs = time.localMs - time.offsetMinutes * 60_000;
		else {
			const local = zone.fromLocal(time.localMs);
			if (local.kind === 'never') {
				if (row.offered > 0) errors.add(row.line, column, timeText, 'nonexistent-time', zone.name);
				else count(skipped, row.line);
				continue;
			}
			startMs = local.utcMs;
			if (local.kind === 'twice') {
				count(repeated, row.line);
				if (instants.has(startMs)) {
					startMs = local.laterUtcMs;
					onceOnly.delete(`${key}\n${local.utcMs}`);
				} else onceOnly.set(`${key}\n${startMs}`, row.line);
			}
		}
		const at = instants.get(startMs);
		if (at === undefined) {
			instants.set(startMs, placed.length);
			placed.push({ ...row, startMs });
			texts.push(timeText);
			continue;
		}
		const first = placed[at]!;
		if (saysTheSame(first, row)) {
			count(same, row.line);
			continue;
		}
		const clash = `${row.queue}, line ${first.line} has ${first.offered}, line ${row.line} has ${row.offered}`;
		if (!refused.has(at)) errors.add(first.line, column, texts[at]!, 'duplicate', clash);
		refused.add(at);
		errors.add(row.line, column, timeText, 'duplicate', clash);
	}
	if (rows.some((row) => row.time.offsetMinutes === null))
		notes.push({ kind: 'local-time', timeZone: zone.name });
	if (same.rows > 0) notes.push({ kind: 'same-twice', ...same });
	if (repeated.rows > 0) notes.push({ kind: 'repeated-hour', ...repeated });
	const [once] = onceOnly.values();
	if (once !== undefined) notes.push({ kind: 'repeated-hour-once', rows: onceOnly.size, firstLine: once });
	if (skipped.rows > 0) notes.push({ kind: 'skipped-hour', ...skipped });
	return refused.size > 0 ? placed.filter((_, at) => !refused.has(at)) : placed;
}

const tally = (): Tally => ({ rows: 0, firstLine: 0 });
const count = (of: Tally, line: number): void => {
	if (of.rows++ === 0) of.firstLine = line;
};

const saysTheSame = (a: HistoryRow, b: Omit<HistoryRow, 'startMs'>): boolean =>
	a.offered === b.offered &&
	a.answered === b.answered &&
	a.abandoned === b.abandoned &&
	a.ahtSeconds === b.ahtSeconds;
