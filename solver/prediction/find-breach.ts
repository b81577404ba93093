import type { ForeseenPoint } from './predict-floor.ts';

/**
 * From this chance of missing the target on "will fall below" is said, and below it "will be back": more likely than
 * not. Of such warnings nine in ten come true on the simulator's days; asking for more costs warnings and gains nothing.
 */
const LIKELY = 0.5;

export interface Breach {
	state: 'falling' | 'below';
	/** Seconds until it falls below, or until it is back; null = not within the hour. */
	inSeconds: number | null;
}

/**
 * Whether, and when, a queue falls below its target or comes back over it: the moment at which the chance of missing it
 * passes one half, linear between points, and does not pass back at the next one: a level that only touches its target
 * does not fall, and is not back.
 *
 * @param levelNow what the floor shows now; null counts as kept: nobody has been let down yet
 * @returns null where the target is kept and goes on to be
 */
export function findBreach(
	points: readonly Pick<ForeseenPoint, 'inSeconds' | 'missChance'>[],
	levelNow: number | null,
	targetShare: number
): Breach | null {
	const isBelow = levelNow !== null && levelNow < targetShare;
	const passes = (chance: number) => (isBelow ? chance < LIKELY : chance >= LIKELY);
	let before = { inSeconds: 0, chance: isBelow ? 1 : 0 };
	for (const [i, { inSeconds, missChance }] of points.entries()) {
		if (missChance === null) {
			// Nobody comes: nothing is missed before somebody does.
			before = { ...before, inSeconds };
			continue;
		}
		if (passes(missChance) && passes(points[i + 1]?.missChance ?? missChance)) {
			const part = (LIKELY - before.chance) / (missChance - before.chance);
			const at = before.inSeconds + part * (inSeconds - before.inSeconds);
			return { state: isBelow ? 'below' : 'falling', inSeconds: at };
		}
		before = { inSeconds, chance: missChance };
	}
	return isBelow ? { state: 'below', inSeconds: null } : null;
}
