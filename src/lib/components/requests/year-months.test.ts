import { expect, it } from 'vitest';
import { yearMonths } from './year-months.ts';

it('yearMonths() lays every day of the year out once, Mondays first', () => {
	const months = yearMonths(2028);
	const days = months.flatMap(({ weeks }) => weeks.flat().filter((day) => day !== null));
	expect(days).toHaveLength(366);
	expect(new Set(days).size).toBe(366);
	expect(
		months[1]!.weeks
			.flat()
			.filter((day) => day !== null)
			.at(-1)
	).toBe('2028-02-29');
	// 1 January 2028 is a Saturday.
	expect(months[0]!.weeks[0]).toEqual([null, null, null, null, null, '2028-01-01', '2028-01-02']);
	expect(months.every(({ weeks }) => weeks.every((week) => week.length === 7))).toBe(true);
});
