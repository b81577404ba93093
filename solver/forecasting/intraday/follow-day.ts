import { drift, observe, priorLevel, type DayLevel } from './day-level.ts';
import type { BandParts } from './split-band.ts';

/**
 * Follows a day's level through its finished intervals and on to the day's end.
 *
 * @returns the level believed before each interval (one more than there are intervals: the last is after the day),
 * and the measured intervals' deviations from what was believed just before them, in standard deviations
 * Cost: O(intervals).
 */
export function followDay(
	{ levelVariance, ownVariance }: BandParts,
	expected: ArrayLike<number>,
	actual: ArrayLike<number | null>,
	elapsed: number
): { levels: DayLevel[]; deviations: number[] } {
	let contacts = 0;
	for (let i = 0; i < expected.length; i++) contacts += expected[i]!;
	const levels = [priorLevel(levelVariance)];
	const deviations: number[] = [];
	for (let i = 0; i < expected.length; i++) {
		let level = levels[i]!;
		const count = i < elapsed ? (actual[i] ?? null) : null;
		if (count !== null && expected[i]! > 0) {
			const seen = observe(level, expected[i]!, count, ownVariance);
			level = seen.level;
			deviations.push(seen.deviation);
		}
		levels.push(drift(level, contacts > 0 ? expected[i]! / contacts : 0, levelVariance));
	}
	return { levels, deviations };
}
