import { availability } from './availability.ts';
import { begunShifts } from './begun-shifts.ts';
import { breaksInShifts } from './breaks-in-shifts.ts';
import { daysOffPerWeek } from './days-off-per-week.ts';
import { fixedActivities } from './fixed-activities.ts';
import { fixedDays } from './fixed-days.ts';
import { forwardRotation } from './forward-rotation.ts';
import { hoursPerDay } from './hours-per-day.ts';
import { hoursPerPeriod } from './hours-per-period.ts';
import { leave } from './leave.ts';
import { maxConsecutiveDays } from './max-consecutive-days.ts';
import { maxConsecutiveNights } from './max-consecutive-nights.ts';
import { maxHoursPerWeek } from './max-hours-per-week.ts';
import { maxWeekends } from './max-weekends.ts';
import { minConsecutiveDays } from './min-consecutive-days.ts';
import { minConsecutiveDaysOff } from './min-consecutive-days-off.ts';
import { minConsecutiveNights } from './min-consecutive-nights.ts';
import { minHoursPerWeek } from './min-hours-per-week.ts';
import { minors } from './minors.ts';
import { oneShiftADay } from './one-shift-a-day.ts';
import { ownShifts } from './own-shifts.ts';
import { restBetweenShifts } from './rest-between-shifts.ts';
import type { Rule } from './rule.ts';
import { sequences } from './sequences.ts';
import { shiftDays } from './shift-days.ts';
import { startSpread } from './start-spread.ts';
import { weeklyRest } from './weekly-rest.ts';
import { wholeWeekends } from './whole-weekends.ts';

export { minimumStaff } from './minimum-staff.ts';

/** Every hard rule on one agent's shifts; `minimumStaff` is the one on all together. */
export const RULES: readonly Rule[] = [
	oneShiftADay,
	shiftDays,
	availability,
	leave,
	hoursPerDay,
	restBetweenShifts,
	minHoursPerWeek,
	maxHoursPerWeek,
	daysOffPerWeek,
	maxConsecutiveDays,
	minConsecutiveDays,
	minConsecutiveDaysOff,
	maxWeekends,
	wholeWeekends,
	weeklyRest,
	hoursPerPeriod,
	maxConsecutiveNights,
	minConsecutiveNights,
	forwardRotation,
	startSpread,
	sequences,
	breaksInShifts,
	minors,
	ownShifts,
	fixedDays,
	begunShifts,
	fixedActivities
];
