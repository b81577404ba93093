import type { HistoryRow } from './history-file.ts';
import type { TimeZone } from './time-zone.ts';

interface Grain {
	seconds: number;
	line: number;
}

const DAY_SECONDS = 86_400;
/** So many equal steps on end are a length of interval, not gaps. */
const RUN = 6;
/** Steps in such runs that make a second length: this share of a queue's, or this many. */
const LEAST_SHARE = 0.1;
const LEAST_STEPS = 40;

/**
 * Two lengths of interval in one file, in one queue or between queues: the finest and the first that is longer.
 * Told from gaps and from quiet hours that were left out by long runs of one step; a day's step counts when it
 * goes from midnight to midnight. Null when there is one length.
 */
export function mixedIntervals(
	queues: readonly (readonly HistoryRow[])[],
	zone: TimeZone
): { fine: Grain; coarse: Grain } | null {
	const grains = new Map<number, Grain>();
	for (const list of queues) {
		const runs = new Map<number, { steps: number; line: number }>();
		let from = 0;
		for (let k = 1; k <= list.length; k++) {
			const seconds = stepAt(list, from + 1);
			if (k < list.length && stepAt(list, k) === seconds) continue;
			const steps = k - 1 - from;
			if (steps >= RUN && isLength(seconds, list[from]!, zone)) {
				const seen = runs.get(seconds);
				if (seen) seen.steps += steps;
				else runs.set(seconds, { steps, line: list[from]!.line });
			}
			from = k - 1;
		}
		for (const [seconds, { steps, line }] of runs)
			if ((steps >= LEAST_SHARE * (list.length - 1) || steps >= LEAST_STEPS) && !grains.has(seconds))
				grains.set(seconds, { seconds, line });
	}
	const [fine, coarse] = [...grains.values()].sort((a, b) => a.seconds - b.seconds);
	return fine && coarse ? { fine, coarse } : null;
}

const stepAt = (list: readonly HistoryRow[], k: number): number =>
	k < list.length ? (list[k]!.startMs - list[k - 1]!.startMs) / 1000 : NaN;

function isLength(seconds: number, { startMs }: HistoryRow, zone: TimeZone): boolean {
	if (seconds < DAY_SECONDS) return DAY_SECONDS % seconds === 0;
	return seconds === DAY_SECONDS && (startMs + zone.offsetMs(startMs)) % (DAY_SECONDS * 1000) === 0;
}
