import { availability } from './availability.ts';
import { begunShifts } from './begun-shifts.ts';
import { daysOffPerWeek } from './days-off-per-week.ts';
import { fixedActivities } from './fixed-activities.ts';
import { fixedDays } from './fixed-days.ts';
import { hoursPerDay } from './hours-per-day.ts';
import { leave } from './leave.ts';
import { maxConsecutiveDays } from './max-consecutive-days.ts';
import { maxHoursPerWeek } from './max-hours-per-week.ts';
import { maxWeekends } from './max-weekends.ts';
import { minConsecutiveDays } from './min-consecutive-days.ts';
import { minConsecutiveDaysOff } from './min-consecutive-days-off.ts';
import { minHoursPerWeek } from './min-hours-per-week.ts';
import { oneShiftADay } from './one-shift-a-day.ts';
import { ownShifts } from './own-shifts.ts';
import { restBetweenShifts } from './rest-between-shifts.ts';
import type { Rule } from './rule.ts';
import { shiftDays } from './shift-days.ts';

/** Every hard rule on an agent's shifts. */
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
	ownShifts,
	fixedDays,
	begunShifts,
	fixedActivities
];
