import { weekdayOf } from '../calendar.ts';
import { intervalsPerDay, type CallHistory } from '../call-history.ts';
import { median } from '../median.ts';
import type { Repair } from './repair.ts';
import { findStrangeDays } from './strange-days.ts';
import { findStrangeIntervals } from './strange-intervals.ts';

/** Same weekdays needed before an interval can be called strange. */
const LEAST_WEEKS = 4;
/** More strange intervals than this share of all mean that the queue is like that. */
const MOST_REPAIRED = 0.04;

/**
 * Finds values that no habit of the queue explains: whole days (see strange-days) and stretches within a day (see
 * strange-intervals). Only isolated ones: the same slot strange on a neighbouring same weekday is a changed habit.
 * They are taken out as not measured, never overwritten by a guess.
 *
 * Cost: O(cells log weeks).
 */
export function repairHistory(history: CallHistory): { history: CallHistory; repairs: Repair[] } {
	const { intervalSeconds, firstDay, dayCount, offered, known } = history;
	const width = intervalsPerDay(intervalSeconds);
	const totals = Array.from({ length: dayCount }, (_, d) => totalOf(offered, known, d, width));
	const broad = totals.map((total, d) => (total ?? 0) - busiestOf(offered, known, d, width));
	const mended = known.slice();
	const repairs: Repair[] = [];
	for (const { d, ...strange } of findStrangeDays(firstDay, totals, broad)) {
		let intervals = 0;
		for (let k = d * width; k < (d + 1) * width; k++) {
			intervals += known[k]!;
			mended[k] = 0;
		}
		repairs.push({ day: firstDay + d, interval: null, intervals, ...strange });
		totals[d] = null;
	}

	const parts: Repair[] = [];
	for (let weekday = 0; weekday < 7 && width > 1; weekday++) {
		const days: number[] = [];
		for (let d = 0; d < dayCount; d++)
			if (weekdayOf(firstDay + d) === weekday && totals[d] !== null) days.push(d);
		if (days.length < LEAST_WEEKS) continue;
		const usual = Float64Array.from({ length: width }, (_, i) =>
			median(days.filter((d) => known[d * width + i]).map((d) => offered[d * width + i]!))
		);
		const row = (of: Float64Array | Uint8Array, d: number) => of.subarray(d * width, (d + 1) * width);
		const verdicts = days.map((d) => findStrangeIntervals(row(offered, d), row(known, d), usual));
		days.forEach((d, n) => {
			const alone = [...verdicts[n]!].filter(([i]) => !verdicts[n - 1]?.has(i) && !verdicts[n + 1]?.has(i));
			for (const [i, expected] of alone.sort((a, b) => a[0] - b[0])) {
				const value = offered[d * width + i]!;
				const problem = value < expected ? 'outage' : 'spike';
				const last = parts.at(-1);
				if (last?.day === firstDay + d && last.problem === problem && last.interval! + last.intervals === i) {
					last.intervals++;
					last.offered += value;
					last.expected += expected;
				} else
					parts.push({ day: firstDay + d, interval: i, intervals: 1, offered: value, expected, problem });
			}
		});
	}

	const cells = known.reduce((sum, k) => sum + k, 0);
	if (parts.reduce((sum, part) => sum + part.intervals, 0) <= MOST_REPAIRED * cells)
		for (const part of parts) {
			repairs.push(part);
			const from = (part.day - firstDay) * width + part.interval!;
			mended.fill(0, from, from + part.intervals);
		}
	if (repairs.length === 0) return { history, repairs };
	repairs.sort((a, b) => a.day - b.day || (a.interval ?? -1) - (b.interval ?? -1));
	return { history: { ...history, known: mended }, repairs };
}

function totalOf(offered: Float64Array, known: Uint8Array, d: number, width: number): number | null {
	let [sum, seen] = [0, false];
	for (let k = d * width; k < (d + 1) * width; k++)
		if (known[k]) {
			sum += offered[k]!;
			seen = true;
		}
	return seen ? sum : null;
}

/** Calls of the busiest tenth of a day's intervals. */
function busiestOf(offered: Float64Array, known: Uint8Array, d: number, width: number): number {
	const calls: number[] = [];
	for (let k = d * width; k < (d + 1) * width; k++) if (known[k]) calls.push(offered[k]!);
	const most = calls.length > 1 ? Math.ceil(calls.length / 10) : 0;
	return calls
		.sort((a, b) => b - a)
		.slice(0, most)
		.reduce((a, b) => a + b, 0);
}
