import { weekdayOf } from '../calendar.ts';
import type { CallHistory } from '../call-history.ts';
import { intervalsPerDay } from '../call-history.ts';
import { smooth } from '../smooth.ts';

/** Handled calls that weigh as much as the coarser mean. */
const PRIOR_CALLS = 200;
const HALF_LIFE_DAYS = 42;
/** Smoothing of the day's curve, in seconds of the day. */
const BANDWIDTH_SECONDS = 2700;

/**
 * Forecast of mean handle time: a calls-weighted weekday × interval profile on recent days, each slot shrunk
 * towards the interval's mean over all weekdays, and that towards the queue's mean. Returns null where nothing
 * was ever measured.
 *
 * @returns AHT in seconds by weekday (0 = Sunday) × interval of the day
 */
export function fitAhtProfile(history: CallHistory): Float64Array | null {
	const { ahtSeconds, dayCount, firstDay, offered, known, intervalSeconds } = history;
	if (!ahtSeconds) return null;
	const width = intervalsPerDay(intervalSeconds);
	const calls = new Float64Array(8 * width);
	const seconds = new Float64Array(8 * width);
	let [allCalls, allSeconds] = [0, 0];
	for (let d = 0; d < dayCount; d++) {
		const age = 0.5 ** ((dayCount - 1 - d) / HALF_LIFE_DAYS);
		const weekday = weekdayOf(firstDay + d);
		for (let i = 0; i < width; i++) {
			const aht = ahtSeconds[d * width + i]!;
			const weight = known[d * width + i] ? age * offered[d * width + i]! : 0;
			if (weight === 0 || aht === 0) continue;
			for (const row of [weekday, 7]) {
				calls[row * width + i]! += weight;
				seconds[row * width + i]! += weight * aht;
			}
			allCalls += weight;
			allSeconds += weight * aht;
		}
	}
	if (allCalls === 0) return null;
	const mean = allSeconds / allCalls;
	const positions = Array.from({ length: width }, (_, i) => i);
	const curve = (row: number, towards: (i: number) => number): Float64Array => {
		const shrunk = Float64Array.from(positions, (i) => {
			const n = calls[row * width + i]!;
			return (seconds[row * width + i]! + PRIOR_CALLS * towards(i)) / (n + PRIOR_CALLS) / towards(i);
		});
		const weights = Float64Array.from(positions, (i) => calls[row * width + i]! + 1e-6 * allCalls);
		const values = smooth(shrunk, weights, positions, BANDWIDTH_SECONDS / intervalSeconds).values;
		return values.map((v, i) => Math.max(0.2, v) * towards(i));
	};
	const common = curve(7, () => mean);
	const profile = new Float64Array(7 * width);
	for (let w = 0; w < 7; w++)
		profile.set(
			curve(w, (i) => common[i]!),
			w * width
		);
	return profile;
}
