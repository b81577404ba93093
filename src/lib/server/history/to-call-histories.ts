import { weekdayOf, type CallHistory } from '#solver/forecasting/index.ts';
import type { HistoryFile, HistoryRow } from './history-file.ts';
import { sumIntervals } from './sum-intervals.ts';
import { openTimeZone, type TimeZone } from './time-zone.ts';

export interface QueueHistory {
	queue: string;
	history: CallHistory;
	/** Intervals left out because a part inside opening hours was missing. */
	incomplete: number;
	/** Intervals missing between a day's first and last, and scheduled days without any row. */
	gaps: { intervals: number; days: number };
	/** Contacts of the file's rows for this queue. */
	offered: number;
	rowCount: number;
	/** Beginnings of its first and last interval. */
	spanMs: { first: number; last: number };
}

const DAY_MS = 86_400_000;

/** The name a queue goes by when a file has it on several channels. */
export function queueLabel(row: Pick<HistoryRow, 'queue' | 'channel'>, channels: number): string {
	return row.channel && channels > 1 ? `${row.queue} (${row.channel})` : row.queue;
}

/**
 * Lays a file's rows on grids of local days, a queue each, summed to `intervalSeconds`. An hour that the clocks
 * repeat is averaged into one, so that it looks like any other day's. Throws when the wanted interval is not a
 * multiple of the file's.
 */
export function toCallHistories(
	file: Pick<HistoryFile, 'rows' | 'intervalSeconds' | 'timeZone'>,
	intervalSeconds: number
): QueueHistory[] {
	const zone = openTimeZone(file.timeZone);
	if (!zone) throw new RangeError(`Reading a history: there is no time zone "${file.timeZone}".`);
	const channels = new Map<string, Set<string | null>>();
	for (const { queue, channel } of file.rows)
		channels.set(queue, (channels.get(queue) ?? new Set()).add(channel));
	const queues = new Map<string, HistoryRow[]>();
	for (const row of file.rows) {
		const label = queueLabel(row, channels.get(row.queue)!.size);
		const list = queues.get(label);
		if (list) list.push(row);
		else queues.set(label, [row]);
	}
	const fine = file.intervalSeconds ?? intervalSeconds;
	return [...queues].map(([queue, rows]) => {
		const grid = layOnGrid(rows, fine, zone);
		return {
			queue,
			...sumIntervals(grid, intervalSeconds),
			gaps: countGaps(grid),
			offered: rows.reduce((sum, row) => sum + row.offered, 0),
			rowCount: rows.length,
			spanMs: spanOf(rows)
		};
	});
}

function spanOf(rows: readonly HistoryRow[]): { first: number; last: number } {
	let [first, last] = [Infinity, -Infinity];
	for (const { startMs } of rows) {
		if (startMs < first) first = startMs;
		if (startMs > last) last = startMs;
	}
	return { first, last };
}

function layOnGrid(rows: readonly HistoryRow[], intervalSeconds: number, zone: TimeZone): CallHistory {
	const width = 86_400 / intervalSeconds;
	const local = (row: HistoryRow) => row.startMs + zone.offsetMs(row.startMs);
	let [first, last] = [Infinity, -Infinity];
	for (const row of rows) {
		const day = Math.floor(local(row) / DAY_MS);
		if (day < first) first = day;
		if (day > last) last = day;
	}
	const cells = (last - first + 1) * width;
	const offered = new Float64Array(cells);
	const hits = new Uint8Array(cells);
	const seconds = new Float64Array(cells);
	const measured = rows.some((row) => row.ahtSeconds !== null);
	for (const row of rows) {
		const at = Math.floor((local(row) - first * DAY_MS) / (intervalSeconds * 1000));
		if (row.ahtSeconds !== null) {
			const before = offered[at]! * hits[at]!;
			seconds[at] =
				before + row.offered > 0
					? (seconds[at]! * before + row.ahtSeconds * row.offered) / (before + row.offered)
					: row.ahtSeconds;
		}
		hits[at]!++;
		offered[at]! += (row.offered - offered[at]!) / hits[at]!;
	}
	return {
		intervalSeconds,
		firstDay: first,
		dayCount: last - first + 1,
		offered,
		known: hits.map((n) => (n > 0 ? 1 : 0)),
		...(measured && { ahtSeconds: seconds })
	};
}

function countGaps({ dayCount, firstDay, known, intervalSeconds }: CallHistory): {
	intervals: number;
	days: number;
} {
	const width = 86_400 / intervalSeconds;
	const worked = Array.from({ length: dayCount }, (_, d) => known.subarray(d * width, (d + 1) * width));
	const daysSeen = new Float64Array(7);
	const daysAll = new Float64Array(7);
	let [intervals, days] = [0, 0];
	worked.forEach((row, d) => {
		const weekday = weekdayOf(firstDay + d);
		daysAll[weekday]!++;
		const first = row.indexOf(1);
		if (first < 0) return;
		daysSeen[weekday]!++;
		for (let i = first; i <= row.lastIndexOf(1); i++) intervals += 1 - row[i]!;
	});
	daysAll.forEach((all, w) => {
		if (daysSeen[w]! >= all / 2) days += all - daysSeen[w]!;
	});
	return { intervals, days };
}
