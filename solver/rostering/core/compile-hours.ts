import type { Calendar } from '../calendar.ts';
import {
	paidMinutes,
	type BreakRules,
	type Contract,
	type ShiftPart,
	type ShiftTemplate
} from '../problem.ts';
import type { TotalsSpan } from './core-problem.ts';

/** Whether a shift, whatever the day, keeps what the contract says of a single one: hours, breaks, and minors' times. */
export function mayWork(contract: Contract, shift: ShiftTemplate): boolean {
	const { maxHoursPerDay, minors, breakRules } = contract;
	const paid = paidMinutes(shift);
	if (paid > maxHoursPerDay * 60) return false;
	if (minors) {
		const end = shift.startMinute + shift.lengthMinutes;
		if (paid > minors.maxHoursPerDay * 60) return false;
		if (shift.startMinute < minors.fromMinute || end > minors.toMinute) return false;
	}
	return breakRules === undefined || keepsBreakRules(breakRules, shift);
}

const isPause = ({ kind }: ShiftPart): boolean => kind === undefined || kind === 'break' || kind === 'lunch';
const isMeal = ({ kind, paid }: ShiftPart): boolean => kind === 'lunch' || (kind === undefined && !paid);

function keepsBreakRules(rules: BreakRules, { lengthMinutes, breaks }: ShiftTemplate): boolean {
	const { maxStretchMinutes = Infinity, minBetweenMinutes = 0, meal } = rules;
	let since = 0;
	let paused = false;
	for (const { offsetMinute, lengthMinutes: length } of breaks.filter(isPause)) {
		const stretch = offsetMinute - since;
		if (stretch > maxStretchMinutes || (paused && stretch < minBetweenMinutes)) return false;
		since = offsetMinute + length;
		paused = true;
	}
	if (lengthMinutes - since > maxStretchMinutes) return false;
	if (!meal) return true;
	const meals = breaks.filter(isMeal);
	return (
		(lengthMinutes < meal.shiftMinutes || meals.length > 0) &&
		meals.every(({ offsetMinute: at }) => meal.fromMinute <= at && at <= meal.toMinute)
	);
}

/** Hours over several weeks or the horizon, as stretches of days; those that can't bind are left away. */
export function compileSpans(
	contract: Contract,
	daysOff: readonly number[],
	calendar: Calendar
): TotalsSpan[] {
	const { hoursPerPeriod = [], minDaysOffPerWeek } = contract;
	const { weeks: all, days } = calendar;
	return hoursPerPeriod.flatMap(({ weeks, minHours, maxHours }) => {
		const length = weeks ?? 0;
		const stretches =
			weeks === null || all.length <= length
				? [{ from: 0, to: days }]
				: all.slice(0, all.length - length + 1).map(({ from }, i) => ({ from, to: all[i + length - 1]!.to }));
		return stretches.map(({ from, to }): TotalsSpan => {
			const full = weeks === null ? days : weeks * 7;
			const leave = new Set(daysOff.filter((d) => d >= from && d < to)).size;
			const workdays = (full / 7) * Math.max(1, 7 - minDaysOffPerWeek);
			const least = minHours * ((to - from) / full) - (minHours * leave) / workdays;
			return {
				from,
				to,
				minMinutes: Math.floor(Math.max(0, least) * 60 + 1e-6),
				maxMinutes: maxHours === null ? Infinity : Math.floor(maxHours * 60 + 1e-6)
			};
		});
	});
}
