import type { CapacityPeople } from './capacity-input.ts';
import type { CalendarMonth } from './month-calendar.ts';
import { meanProductivity, shareInTraining } from './productivity-curve.ts';

/** What is left, in a month, of people who began together; for each who began. */
export interface CohortMonth {
	/** On the first day, on the last, and on average: people leave evenly through the month. */
	start: number;
	end: number;
	average: number;
	/** Of the average, in training. */
	training: number;
	/** Of the average, weighted by productivity. */
	productive: number;
}

/**
 * One person's expectation by month from the month in which they begin (0 before it). `from` null: trained people who are
 * there on the first day.
 *
 * A month's attrition applies to those there at its start, at the early rate during the first months of a hire, and takes
 * them evenly: on average half of those who leave are still there.
 */
export function cohort(
	people: CapacityPeople,
	calendar: readonly CalendarMonth[],
	from: number | null
): CohortMonth[] {
	const { attrition } = people;
	let start = from === null ? 1 : 0;
	return calendar.map(({ fromDay, days }, m) => {
		if (from !== null && m < from) return { start: 0, end: 0, average: 0, training: 0, productive: 0 };
		if (m === from) start = 1;
		const isEarly = from !== null && attrition.early !== null && m - from < attrition.early.months;
		const rate = isEarly ? attrition.early!.monthly : attrition.monthly;
		const end = start * (1 - rate);
		const average = (start + end) / 2;
		const week = from === null ? 0 : (fromDay - calendar[from]!.fromDay) / 7;
		const training = from === null ? 0 : shareInTraining(people, week, week + days / 7);
		const productivity = from === null ? 1 : meanProductivity(people, week, week + days / 7);
		const month = { start, end, average, training: average * training, productive: average * productivity };
		start = end;
		return month;
	});
}
