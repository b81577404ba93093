import { weekdayOf } from './calendar.ts';
import { intervalsPerDay, type CallHistory } from './call-history.ts';
import { median } from './median.ts';

/** A measured value that the forecaster does not learn from. */
export interface Repair {
	day: number;
	/** null: the whole day. */
	interval: number | null;
	offered: number;
	expected: number;
	problem: 'outage' | 'spike';
}

/** Same weekdays needed before a value can be called strange. */
const LEAST_WEEKS = 4;
/** Below this many expected calls a zero is not strange. */
const LEAST_EXPECTED = 15;
const LEAST_EXPECTED_DAY = 50;
const OUTAGE_RATIO = 0.2;
const OUTAGE_DAY_RATIO = 0.05;
const SPIKE_RATIO = 3;
const SPIKE_SIGMAS = 8;
/** More strange cells than this share of all mean that the queue is like that. */
const MOST_REPAIRED = 0.02;

/**
 * Finds values that no habit of the queue explains: an interval with less than a fifth of its calls, or more than
 * three times and eight standard deviations above, judged by the median of its weekday's slot scaled to the
 * day's own level; and whole days of (almost) no calls. Only isolated ones: the same slot low on a neighbouring
 * same weekday is a changed habit. They are taken out as not measured, never overwritten by a guess.
 *
 * Cost: O(cells log weeks).
 */
export function repairHistory(history: CallHistory): { history: CallHistory; repairs: Repair[] } {
	const { intervalSeconds, firstDay, dayCount, offered, known } = history;
	const width = intervalsPerDay(intervalSeconds);
	const repairs: Repair[] = [];
	const drop: number[] = [];
	const totals = Array.from({ length: dayCount }, (_, d) => totalOf(offered, known, d, width));

	for (let weekday = 0; weekday < 7; weekday++) {
		const all: number[] = [];
		for (let d = 0; d < dayCount; d++)
			if (weekdayOf(firstDay + d) === weekday && totals[d] !== null) all.push(d);
		if (all.length < LEAST_WEEKS) continue;
		const days = withoutDeadDays(all);
		const slots = Float64Array.from({ length: width }, (_, i) =>
			median(days.filter((d) => known[d * width + i]).map((d) => offered[d * width + i]!))
		);
		const verdicts = days.map((d) => judgeDay(d, slots));
		days.forEach((d, n) =>
			verdicts[n]!.forEach((expected, i) => {
				if (verdicts[n - 1]?.has(i) || verdicts[n + 1]?.has(i)) return;
				const at = d * width + i;
				const problem = offered[at]! < expected ? 'outage' : 'spike';
				repairs.push({ day: firstDay + d, interval: i, offered: offered[at]!, expected, problem });
				drop.push(at);
			})
		);
	}

	function withoutDeadDays(days: number[]): number[] {
		const usual = median(days.map((d) => totals[d]!));
		const dead = (d: number | undefined) =>
			d !== undefined && usual >= LEAST_EXPECTED_DAY && totals[d]! < OUTAGE_DAY_RATIO * usual;
		return days.filter((d, n) => {
			if (!dead(d) || dead(days[n - 1]) || dead(days[n + 1])) return true;
			repairs.push({
				day: firstDay + d,
				interval: null,
				offered: totals[d]!,
				expected: usual,
				problem: 'outage'
			});
			for (let i = 0; i < width; i++) if (known[d * width + i]) drop.push(d * width + i);
			return false;
		});
	}

	/** Expected value of each strange interval of a day. */
	function judgeDay(d: number, slots: Float64Array): Map<number, number> {
		const ratios: number[] = [];
		for (let i = 0; i < width; i++)
			if (known[d * width + i] && slots[i]! >= 5) ratios.push(offered[d * width + i]! / slots[i]!);
		const ratio = ratios.length >= 8 ? Math.max(0.2, median(ratios)) : 1;
		const strange = new Map<number, number>();
		for (let i = 0; i < width; i++) {
			if (!known[d * width + i]) continue;
			const value = offered[d * width + i]!;
			const expected = slots[i]! * ratio;
			const sigma = Math.sqrt(expected + (0.15 * expected) ** 2 + 1);
			const isOutage = expected >= LEAST_EXPECTED && value < OUTAGE_RATIO * expected;
			const isSpike = value > SPIKE_RATIO * expected && value > expected + SPIKE_SIGMAS * sigma;
			if (isOutage || isSpike) strange.set(i, expected);
		}
		return strange;
	}

	const cells = known.reduce((sum, k) => sum + k, 0);
	const wholeDays = repairs.filter((r) => r.interval === null).length * width;
	if (drop.length === 0 || drop.length - wholeDays > MOST_REPAIRED * cells) return { history, repairs: [] };
	const mended = known.slice();
	for (const at of drop) mended[at] = 0;
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
