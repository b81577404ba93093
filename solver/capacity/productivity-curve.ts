import type { CapacityPeople } from './capacity-input.ts';

type Curve = Pick<CapacityPeople, 'trainingWeeks' | 'ramp' | 'learningHalfLifeWeeks'>;

/**
 * Mean productivity of a person between two moments of their time in the house, both in weeks since the first day of
 * training: 0 in training, the ramp's steps while nesting, then what is missing from the last step halves every
 * `learningHalfLifeWeeks` (an exponential learning curve), or is there at once when that is null. Integrated exactly.
 *
 * @param fromWeek 0 or more; toWeek above it
 * @returns 0 to 1
 * @example meanProductivity({ trainingWeeks: 2, ramp: [], learningHalfLifeWeeks: null }, 0, 4) // 0.5
 */
export function meanProductivity(curve: Curve, fromWeek: number, toWeek: number): number {
	let done = 0;
	let at = curve.trainingWeeks;
	for (const { weeks, productivity } of curve.ramp) {
		done += productivity * overlap(fromWeek, toWeek, at, at + weeks);
		at += weeks;
	}
	const after = overlap(fromWeek, toWeek, at, Infinity);
	const missing = 1 - (curve.ramp.at(-1)?.productivity ?? 1);
	const half = curve.learningHalfLifeWeeks;
	done += after;
	if (half !== null && after > 0 && missing > 0) {
		const left = (week: number) => 2 ** (-(week - at) / half);
		done -= (missing * half * (left(Math.max(fromWeek, at)) - left(toWeek))) / Math.LN2;
	}
	return done / (toWeek - fromWeek);
}

/** Share of the span in which the person is still in training. */
export const shareInTraining = (curve: Curve, fromWeek: number, toWeek: number): number =>
	overlap(fromWeek, toWeek, 0, curve.trainingWeeks) / (toWeek - fromWeek);

const overlap = (a: number, b: number, from: number, to: number) =>
	Math.max(0, Math.min(b, to) - Math.max(a, from));
