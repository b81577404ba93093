import { weekdayOf } from '../calendar.ts';
import { median } from '../median.ts';

/** A lasting step in the level of a queue. */
export interface LevelShift {
	/** First local day of the new level. */
	day: number;
	/** New level over old. */
	factor: number;
}

/** Days with data compared on each side of a step, and the fewest that can be. */
const WINDOW = 20;
const LEAST_BEFORE = 12;
const LEAST_AFTER = 6;
/** A step must have held, and the old level too, for so many days with data (as far as the history goes). */
const LASTING = 40;
const LASTING_SHARE = 0.85;
/** Smaller steps are left to the models, which walk. */
const LEAST_STEP = Math.log(1.2);
/** Standard errors above chance; the errors of neighbouring days are alike, hence the inflation. */
const SIGMAS = 5;
const ALIKE = 1.5;
/** Times what the queue's level does over such a stretch anyway. */
const TIMES_USUAL = 4;
/** The days nearest to the step must already be at the old and at the new level: a ramp is no step. */
const NEAREST = 5;
const NEAR_SHARE = 0.35;
/** Below this many calls a day counting noise hides any step. */
const LEAST_CALLS = 10;
const MOST_SHIFTS = 3;

/**
 * Finds lasting steps in daily totals: the median of the weekday-adjusted logs after a day against before it, far
 * beyond its standard error and beyond what the same comparison gives elsewhere in the history (so that growth,
 * the wave of the year and a restless level are no steps), abrupt, and held ever since. A campaign that came and
 * went is none.
 *
 * @param totals calls of each day from `firstDay`; null: not measured
 * Cost: O(days × window log window).
 */
export function findLevelShifts(firstDay: number, totals: readonly (number | null)[]): LevelShift[] {
	const days = totals.flatMap((total, d) => (total === null ? [] : [d]));
	const logs = adjusted(firstDay, days, totals);
	const shifts: LevelShift[] = [];
	while (shifts.length < MOST_SHIFTS) {
		const step = strongestStep(logs, days.map((d) => totals[d]!)); // prettier-ignore
		if (!step) break;
		shifts.push({ day: firstDay + days[step.at]!, factor: Math.exp(step.size) });
		for (let k = 0; k < step.at; k++) logs[k]! += step.size;
	}
	return shifts.sort((a, b) => a.day - b.day);
}

/** Logs of the totals without their weekday's habit. */
function adjusted(firstDay: number, days: readonly number[], totals: readonly (number | null)[]): number[] {
	const logs = days.map((d) => Math.log(totals[d]! + 0.5));
	const local = logs.map((_, k) => median(logs.slice(Math.max(0, k - 10), k + 11)));
	const habits = Array.from({ length: 7 }, (_, w) =>
		median(logs.flatMap((log, k) => (weekdayOf(firstDay + days[k]!) === w ? [log - local[k]!] : [])))
	);
	return logs.map((log, k) => log - habits[weekdayOf(firstDay + days[k]!)]!);
}

interface Step {
	at: number;
	size: number;
}

function strongestStep(logs: readonly number[], calls: readonly number[]): Step | null {
	const n = logs.length;
	const steps: { at: number; size: number; before: number; after: number; error: number }[] = [];
	const local = logs.map((_, k) => median(logs.slice(Math.max(0, k - 5), k + 6)));
	const spread = 1.4826 * median(logs.map((log, k) => Math.abs(log - local[k]!)));
	for (let at = LEAST_BEFORE; at <= n - LEAST_AFTER; at++) {
		const [b, a] = [logs.slice(Math.max(0, at - WINDOW), at), logs.slice(at, at + WINDOW)];
		const [before, after] = [median(b), median(a)];
		const counting = 1 / Math.max(1, median(calls.slice(Math.max(0, at - WINDOW), at + WINDOW)));
		const error = 1.25 * ALIKE * Math.sqrt((spread ** 2 + counting) * (1 / b.length + 1 / a.length));
		steps.push({ at, size: after - before, before, after, error });
	}
	const passing = steps.filter((step) => {
		const { at, size, before, after, error } = step;
		if (Math.abs(size) < Math.max(LEAST_STEP, SIGMAS * error)) return false;
		if (
			Math.min(median(calls.slice(Math.max(0, at - WINDOW), at)), median(calls.slice(at, at + WINDOW))) <
			LEAST_CALLS
		)
			return false;
		const elsewhere = steps.filter((s) => Math.abs(s.at - at) > WINDOW).map((s) => Math.abs(s.size));
		if (elsewhere.length >= 10 && Math.abs(size) < TIMES_USUAL * 1.4826 * median(elsewhere)) return false;
		const near = NEAR_SHARE * Math.abs(size);
		if (Math.abs(median(logs.slice(at - NEAREST, at)) - before) > near) return false;
		if (Math.abs(median(logs.slice(at, at + NEAREST)) - after) > near) return false;
		const middle = (before + after) / 2;
		const isNew = (log: number) => log > middle === size > 0;
		const share = (side: readonly number[], test: (log: number) => boolean) =>
			side.filter(test).length / side.length;
		return (
			share(logs.slice(Math.max(0, at - LASTING), at), (log) => !isNew(log)) >= LASTING_SHARE &&
			share(logs.slice(at, at + LASTING), isNew) >= LASTING_SHARE
		);
	});
	if (passing.length === 0) return null;
	const best = passing.reduce((a, b) => (Math.abs(b.size) / b.error > Math.abs(a.size) / a.error ? b : a));
	return { at: sharpen(logs, best.at, (best.before + best.after) / 2, best.size), size: best.size };
}

/** The day near a step at which the fewest days lie on the wrong side. */
function sharpen(logs: readonly number[], at: number, middle: number, size: number): number {
	const wrong = (candidate: number) => {
		let count = 0;
		for (let k = Math.max(0, at - WINDOW); k < Math.min(logs.length, at + WINDOW); k++)
			if ((logs[k]! > middle === size > 0) !== k >= candidate) count++;
		return count;
	};
	let best = at;
	for (let candidate = at - NEAREST; candidate <= Math.min(logs.length - 1, at + NEAREST); candidate++)
		if (wrong(candidate) < wrong(best)) best = candidate;
	return best;
}
