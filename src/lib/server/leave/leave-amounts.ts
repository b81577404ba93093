import { datesFrom, mondayOf } from '#lib/format/local-dates.ts';

const HOUR_MS = 3_600_000;

/** Leave as far as it is counted. Instants in milliseconds; dates local. */
export interface CountedLeave {
	id: string;
	isWholeDays: boolean;
	fromDate: string;
	toDate: string;
	fromAt: number;
	toAt: number;
	unit: 'days' | 'hours';
}

/**
 * What each of one person's requests takes by date, in its kind's unit. Whole days: of the days of leave in a week
 * (Monday to Sunday) no more than `daysPerWeek` are taken, so that a week off costs a week of work whatever its days.
 * Hours: those that pass, so that a night on which the clocks change counts as long as it is.
 *
 * @param requests in the order in which they pay
 * @param hoursPerDay of a day of this person's work
 */
export function leaveAmounts(
	requests: readonly CountedLeave[],
	{ daysPerWeek, hoursPerDay }: { daysPerWeek: number; hoursPerDay: number }
): Map<string, Map<string, number>> {
	const counted = new Map<string, number>();
	const amounts = new Map<string, Map<string, number>>();
	for (const one of requests) {
		const byDate = new Map<string, number>();
		amounts.set(one.id, byDate);
		if (!one.isWholeDays) {
			const hours = (one.toAt - one.fromAt) / HOUR_MS;
			byDate.set(one.fromDate, one.unit === 'hours' ? hours : Math.min(1, hours / hoursPerDay));
			continue;
		}
		for (const date of datesFrom(one.fromDate, one.toDate)) {
			const week = mondayOf(date);
			const before = counted.get(week) ?? 0;
			if (before >= daysPerWeek) continue;
			counted.set(week, before + 1);
			byDate.set(date, one.unit === 'days' ? 1 : hoursPerDay);
		}
	}
	return amounts;
}

/** What is taken of a calendar year, the whole of it or until a date. */
export const amountIn = (
	byDate: ReadonlyMap<string, number>,
	year: number,
	until = `${year}-12-31`
): number =>
	[...byDate].reduce(
		(sum, [date, amount]) => (date.startsWith(`${year}-`) && date <= until ? sum + amount : sum),
		0
	);
