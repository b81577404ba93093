import type { CapacityPeople } from './capacity-input.ts';
import { cohort, type CohortMonth } from './cohort.ts';
import type { CalendarMonth } from './month-calendar.ts';

/** People of a month: expectations, so not whole. */
export interface MonthHeads {
	/** On the first day, before the month's class. */
	start: number;
	hired: number;
	left: number;
	/** On the last day. */
	end: number;
	average: number;
	/** Of the average, in training. */
	training: number;
	/** Of the average, as trained people's work. */
	productive: number;
}

/** Everybody by month: those there on the first day and every class, each as its cohort() says. */
export function workforce(people: CapacityPeople, calendar: readonly CalendarMonth[]): MonthHeads[] {
	const hired = new Float64Array(calendar.length);
	for (const { month, heads } of people.classes) hired[month]! += heads;
	const groups: { heads: number; months: CohortMonth[] }[] = [
		{ heads: people.heads, months: cohort(people, calendar, null) }
	];
	hired.forEach((heads, m) => {
		if (heads > 0) groups.push({ heads, months: cohort(people, calendar, m) });
	});
	return calendar.map((_, m) => {
		const sum = (of: keyof CohortMonth) =>
			groups.reduce((total, { heads, months }) => total + heads * months[m]![of], 0);
		const [start, end] = [sum('start'), sum('end')];
		return {
			start: start - hired[m]!,
			hired: hired[m]!,
			left: start - end,
			end,
			average: sum('average'),
			training: sum('training'),
			productive: sum('productive')
		};
	});
}
