import type { Profile } from '../profile.ts';
import type { Training } from '../training.ts';
import type { LevelShift } from './level-shift.ts';

/** A history and its profile with the days before each lasting step brought to the level after it. */
export function followShifts(
	training: Training,
	profile: Profile,
	shifts: readonly LevelShift[]
): { training: Training; profile: Profile } {
	if (shifts.length === 0) return { training, profile };
	const count = training.columns.length;
	const offered = training.offered.slice();
	const totals = profile.totals.slice();
	for (let d = 0; d < training.dayCount; d++) {
		const factor = shifts.reduce((f, shift) => (training.firstDay + d < shift.day ? f * shift.factor : f), 1);
		if (factor === 1) continue;
		for (let k = d * count; k < (d + 1) * count; k++) offered[k]! *= factor;
		if (totals[d] !== null) totals[d]! *= factor;
	}
	return { training: { ...training, offered }, profile: { ...profile, totals } };
}
