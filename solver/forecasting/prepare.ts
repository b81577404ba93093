import type { CallHistory } from './call-history.ts';
import { fitProfile, type Profile } from './profile.ts';
import type { Repair } from './repair/repair.ts';
import { repairHistory } from './repair/repair-history.ts';
import { followShifts } from './shift/follow-shifts.ts';
import { findLevelShifts, type LevelShift } from './shift/level-shift.ts';
import { maskSpecialDays } from './special/mask-special-days.ts';
import type { SpecialCalendar } from './special/special-calendar.ts';
import { toTraining, type Training } from './training.ts';

export interface Prepared {
	/** Ordinary days, mended, the days before a lasting step brought to the level after it. */
	training: Training;
	profile: Profile;
	/** The same without that: what the seasonal naive, a yardstick, looks at. */
	asRecorded: { training: Training; profile: Profile };
	repairs: Repair[];
	shifts: LevelShift[];
	/** Days with any measured cell. */
	daysWithData: number;
}

/** What every model is given: the history without special days, mended, its opening hours, and its profile. */
export function prepare(history: CallHistory, calendar: SpecialCalendar): Prepared {
	const { history: ordinary, worked } = maskSpecialDays(history, calendar);
	const { history: mended, repairs } = repairHistory(ordinary);
	for (const { day, interval } of repairs) if (interval === null) worked.add(day);
	const training = toTraining(mended, calendar.closed, worked);
	const profile = fitProfile(training);
	const shifts = findLevelShifts(history.firstDay, profile.totals);
	return {
		...followShifts(training, profile, shifts),
		asRecorded: { training, profile },
		repairs,
		shifts,
		daysWithData: training.coverage.reduce((n, share) => n + (share > 0 ? 1 : 0), 0)
	};
}
