import { shrinkageAt } from '#solver/staffing/index.ts';
import { openTimeZone } from '../history/index.ts';
import type { StaffingHead } from './read-staffing.ts';

const DAY_MS = 86_400_000;

/**
 * The share of paid time that a plan loses in the interval that begins at an instant.
 *
 * @param part `all`, or only what a roster does not place itself
 */
export function shrinkageOfPlan(
	plan: Pick<StaffingHead, 'terms' | 'parameters' | 'timeZone' | 'intervalSeconds'>,
	part: 'all' | 'not-rostered'
): (startAt: number) => number {
	const { terms } = plan;
	if (!terms) {
		const share = Object.values(plan.parameters)[0]?.shrinkage ?? 0;
		return () => share;
	}
	const zone = openTimeZone(plan.timeZone)!;
	const items = terms.shrinkage.filter(({ isRostered }) => part === 'all' || !isRostered);
	const known = new Map<number, number>();
	return (startAt) => {
		const local = startAt + zone.offsetMs(startAt);
		const day = Math.floor(local / DAY_MS);
		const weekday = (((day + 4) % 7) + 7) % 7;
		const minute = Math.floor((local - day * DAY_MS) / 60_000);
		const key = weekday * 1440 + minute;
		let share = known.get(key);
		if (share === undefined) {
			share = shrinkageAt(items, weekday, minute, plan.intervalSeconds / 60);
			known.set(key, share);
		}
		return share;
	};
}
