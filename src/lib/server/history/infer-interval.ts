import type { FileLayout } from './detect-format.ts';
import type { ErrorList } from './error-list.ts';
import type { HistoryFileNote, HistoryRow } from './history-file.ts';
import { mixedIntervals } from './mixed-intervals.ts';
import { timeColumn } from './time-column.ts';
import type { TimeZone } from './time-zone.ts';

const DAY_SECONDS = 86_400;
const ASSUMED_SECONDS = 1800;
/** A file in which fewer than this share of the steps are one interval has stray times, not gaps. */
const LEAST_REGULAR = 0.5;

/**
 * Length of the file's intervals: what its rows say, or the greatest common divisor of the steps between a queue's
 * rows. Gaps leave it as it is; times off the grid make it too small to be true and are refused by line.
 */
export function inferInterval(
	rows: readonly HistoryRow[],
	durations: ReadonlyMap<number, number>,
	layout: FileLayout,
	zone: TimeZone,
	errors: ErrorList,
	notes: HistoryFileNote[]
): number | null {
	if (durations.size > 1) {
		const [[a, lineA], [b, lineB]] = [...durations] as [[number, number], [number, number]];
		errors.add(lineB, 'IntervalDuration', `${b} s`, 'two-intervals', `${a} s on line ${lineA}`);
		return null;
	}
	if (rows.length === 0) return null;
	const stated = [...durations.keys()][0];
	if (stated !== undefined) return stated;

	const queues = inOrder(rows);
	const steps = stepsOf(queues);
	if (steps.size === 0) {
		notes.push({ kind: 'interval-assumed', seconds: ASSUMED_SECONDS });
		return ASSUMED_SECONDS;
	}
	const mixed = mixedIntervals(queues, zone);
	if (mixed) {
		const { fine, coarse } = mixed;
		errors.add(
			coarse.line,
			timeColumn(layout),
			`${coarse.seconds} s`,
			'two-intervals',
			`${fine.seconds} s on line ${fine.line}`
		);
		return null;
	}
	const [commonest] = [...steps].sort((a, b) => b[1].count - a[1].count || a[0] - b[0])[0]!;
	const all = [...steps.keys()].reduce(greatestCommonDivisor);
	const regular = (steps.get(all)?.count ?? 0) / [...steps.values()].reduce((n, s) => n + s.count, 0);
	if (DAY_SECONDS % all === 0 && (all === commonest || regular >= LEAST_REGULAR || all >= 300)) return all;
	for (const [step, { row }] of steps)
		if (step % commonest !== 0)
			errors.add(
				row.line,
				timeColumn(layout),
				new Date(row.startMs).toISOString(),
				'irregular-interval',
				`steps of ${commonest} s`
			);
	if (DAY_SECONDS % commonest !== 0)
		errors.add(
			rows[0]!.line,
			timeColumn(layout),
			`${commonest} s`,
			'irregular-interval',
			'an interval that divides a day'
		);
	return null;
}

/** The rows of each queue in order of time. */
function inOrder(rows: readonly HistoryRow[]): HistoryRow[][] {
	const queues = new Map<string, HistoryRow[]>();
	for (const row of rows) {
		const key = row.channel === null ? row.queue : `${row.queue}\n${row.channel}`;
		const list = queues.get(key);
		if (list) list.push(row);
		else queues.set(key, [row]);
	}
	for (const list of queues.values()) list.sort((a, b) => a.startMs - b.startMs);
	return [...queues.values()];
}

/** Steps between consecutive rows of a queue, in seconds; of daily steps, those a change of the clocks bends count as a day. */
function stepsOf(queues: readonly HistoryRow[][]) {
	const steps = new Map<number, { count: number; row: HistoryRow }>();
	for (const list of queues) {
		const daily = isMidnightToMidnight(list);
		for (let k = 1; k < list.length; k++) {
			const seconds = (list[k]!.startMs - list[k - 1]!.startMs) / 1000;
			const days = Math.round(seconds / DAY_SECONDS);
			const bent = days > 0 && Math.abs(seconds - days * DAY_SECONDS) === 3600;
			const step = bent && daily ? days * DAY_SECONDS : seconds;
			const seen = steps.get(step);
			if (seen) seen.count++;
			else steps.set(step, { count: 1, row: list[k]! });
		}
	}
	return steps;
}

const isMidnightToMidnight = (list: readonly HistoryRow[]): boolean =>
	list.every((row, k) => k === 0 || row.startMs - list[k - 1]!.startMs >= (DAY_SECONDS - 3600) * 1000);

function greatestCommonDivisor(a: number, b: number): number {
	while (b > 0) [a, b] = [b, a % b];
	return a;
}
