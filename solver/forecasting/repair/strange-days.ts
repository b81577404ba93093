import { weekdayOf } from '../calendar.ts';
import { median } from '../median.ts';

export interface StrangeDay {
	/** Row of the history. */
	d: number;
	offered: number;
	expected: number;
	problem: 'outage' | 'spike';
}

/** Same weekdays needed before a day can be called strange, and how many on either side say what is usual. */
const LEAST_WEEKS = 4;
const NEAREST_WEEKS = 6;
/** Below this many expected calls a day without any is not strange. */
const LEAST_EXPECTED = 50;
const OUTAGE_RATIO = 0.05;
const SPIKE_RATIO = 2.5;
/** Robust standard deviations of the weekday's own spread. */
const SPIKE_SIGMAS = 8;
/** A run of dead days is an outage when it is over and was no longer than this many days with data. */
const LONGEST_OUTAGE_DAYS = 12;
const LIVE_AFTER_DAYS = 3;
/** And no day of the week before or after was dead: else it is a habit. */
const LIVE_AROUND_DAYS = 7;
/** More such days than this share of a weekday's are a habit. */
const MOST_STRANGE = 0.15;

/**
 * Whole days of (almost) no calls, alone or in a run that ended, and lone days of several times the usual. Judged
 * by the median of the nearest same weekdays, so that growth and the seasons are usual. A weekday quiet two weeks
 * running without an end in sight has been given up and is not strange.
 *
 * @param totals calls of each day, null where nothing was measured
 * @param broad calls of each day without those of its busiest intervals: a day is a spike when these are too many
 * Cost: O(days log weeks).
 */
export function findStrangeDays(
	firstDay: number,
	totals: readonly (number | null)[],
	broad: readonly number[]
): StrangeDay[] {
	const usual = totals.map((): number | null => null);
	const spread = totals.map(() => 0);
	const nearSame: (number[] | undefined)[] = [];
	for (let weekday = 0; weekday < 7; weekday++) {
		const days = totals.flatMap((t, d) => (t !== null && weekdayOf(firstDay + d) === weekday ? [d] : []));
		if (days.length < LEAST_WEEKS) continue;
		days.forEach((d, n) => {
			const around = days.slice(Math.max(0, n - NEAREST_WEEKS), n + NEAREST_WEEKS + 1);
			const values = around.map((other) => totals[other]!);
			usual[d] = median(values);
			spread[d] = 1.4826 * median(values.map((v) => Math.abs(v - usual[d]!)));
			if (n > 0) nearSame[d] = [days[n - 1]!, ...days.slice(n + 1, n + 2)];
		});
	}
	const isDead = (d: number) =>
		usual[d] !== null && usual[d]! >= LEAST_EXPECTED && totals[d]! < OUTAGE_RATIO * usual[d]!;
	const isSpike = (d: number) =>
		usual[d] !== null &&
		broad[d]! > SPIKE_RATIO * usual[d]! &&
		broad[d]! > usual[d]! + SPIKE_SIGMAS * Math.sqrt(Math.max(usual[d]!, 1) + spread[d]! ** 2);

	const measured = totals.flatMap((t, d) => (t === null ? [] : [d]));
	const ended = endedRuns(measured, isDead);
	const strange = measured.flatMap((d): StrangeDay[] => {
		const at = { d, offered: totals[d]!, expected: usual[d] ?? 0 };
		// Before the first such weekday nothing is known: the queue may not have begun.
		const lone = (test: (d: number) => boolean) => test(d) && nearSame[d] && !nearSame[d].some(test);
		if (ended.has(d) || lone(isDead)) return [{ ...at, problem: 'outage' }];
		return lone(isSpike) ? [{ ...at, problem: 'spike' }] : [];
	});
	const perWeekday = (days: readonly { d: number }[], w: number) =>
		days.filter(({ d }) => weekdayOf(firstDay + d) === w).length;
	const habits = Array.from({ length: 7 }, (_, w) => {
		const all = perWeekday(measured.map((d) => ({ d })), w); // prettier-ignore
		return perWeekday(strange, w) > Math.max(2, MOST_STRANGE * all);
	});
	return strange.filter(({ d }) => !habits[weekdayOf(firstDay + d)]);
}

/** Dead days in a run between live ones that is over. */
function endedRuns(measured: readonly number[], isDead: (d: number) => boolean): Set<number> {
	const found = new Set<number>();
	for (let from = 0; from < measured.length; from++) {
		if (!isDead(measured[from]!)) continue;
		let to = from;
		while (to < measured.length && isDead(measured[to]!)) to++;
		const around = [
			...measured.slice(Math.max(0, from - LIVE_AROUND_DAYS), from),
			...measured.slice(to, to + LIVE_AROUND_DAYS)
		];
		const isOver = from > 0 && measured.length - to >= LIVE_AFTER_DAYS && !around.some(isDead);
		if (isOver && to - from <= LONGEST_OUTAGE_DAYS) for (const d of measured.slice(from, to)) found.add(d);
		from = to;
	}
	return found;
}
