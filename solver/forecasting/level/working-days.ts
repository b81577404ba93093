import { weekdayOf, type CivilDay } from '../calendar.ts';
import type { Training } from '../training.ts';

/** Which days are worked, and how a day lies to the closures and the month around it. */
export interface WorkingDays {
	isWorked(day: number): boolean;
	/** 1 on the month's first working day. */
	sinceMonthStart(day: number, date: CivilDay): number;
	/** 0 on the month's last working day. */
	untilMonthEnd(day: number, date: CivilDay): number;
	/** 1 on the first working day after an unscheduled closure, 2 on the second, otherwise 0. */
	daysAfterClosure(day: number): number;
	isBeforeClosure(day: number): boolean;
}

/** A longer run of missing days is a hole in the data, not a holiday. */
const LONGEST_CLOSURE_DAYS = 5;

/**
 * Within the history a day was worked when it has data, or is known to have been; beyond it when its weekday is open and the caller did
 * not name it closed. A closure is a run of up to five scheduled days without data.
 */
export function createWorkingDays(training: Training): WorkingDays {
	const { firstDay, dayCount, coverage, openWeekdays, closedDays, workedDays } = training;
	const lastDay = firstDay + dayCount - 1;
	const isScheduled = (day: number) => openWeekdays[weekdayOf(day)]!;
	const isWorked = (day: number) =>
		day >= firstDay && day <= lastDay
			? coverage[day - firstDay]! > 0 || workedDays.has(day)
			: isScheduled(day) && !closedDays.has(day);
	const isMissing = (day: number) => day >= firstDay && isScheduled(day) && !isWorked(day);
	const step = (day: number, by: 1 | -1): number => {
		let at = day + by;
		for (let k = 0; k < 7 && !isScheduled(at); k++) at += by;
		return at;
	};
	const isClosure = (day: number): boolean => {
		if (!isMissing(day)) return false;
		let run = 1;
		for (const by of [1, -1] as const)
			for (let at = step(day, by); isMissing(at) && run <= LONGEST_CLOSURE_DAYS; at = step(at, by)) run++;
		return run <= LONGEST_CLOSURE_DAYS;
	};
	return {
		isWorked,
		sinceMonthStart(day, { dayOfMonth }) {
			let count = 0;
			for (let at = day - dayOfMonth + 1; at <= day; at++) if (isWorked(at)) count++;
			return count;
		},
		untilMonthEnd(day, { dayOfMonth, daysInMonth }) {
			let count = 0;
			for (let at = day + 1; at <= day - dayOfMonth + daysInMonth; at++) if (isWorked(at)) count++;
			return count;
		},
		daysAfterClosure(day) {
			const previous = step(day, -1);
			if (isClosure(previous)) return 1;
			return isClosure(step(previous, -1)) ? 2 : 0;
		},
		isBeforeClosure: (day) => isClosure(step(day, 1))
	};
}
