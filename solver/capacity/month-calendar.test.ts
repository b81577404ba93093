import { describe, expect, it } from 'vitest';
import { monthCalendar } from './month-calendar.ts';

describe('monthCalendar()', () => {
	it('knows leap years, weekdays and the turn of the year', () => {
		const months = monthCalendar('2027-11', 5);
		expect(months.map(({ month, days }) => [month, days])).toEqual([
			['2027-11', 30],
			['2027-12', 31],
			['2028-01', 31],
			['2028-02', 29],
			['2028-03', 31]
		]);
		expect(months.map(({ fromDay }) => fromDay)).toEqual([0, 30, 61, 92, 121]);
		// February 2028 begins on a Tuesday, so it has five Tuesdays.
		expect(months[3]!.weekdays).toEqual([4, 4, 5, 4, 4, 4, 4]);
	});

	it.each([
		['2027-13', 1, 'firstMonth "2027-13"'],
		['soon', 1, 'firstMonth "soon"'],
		['2027-01', 0, 'monthCount "0"'],
		['2027-01', 25, 'monthCount "25"'],
		['2027-01', 1.5, 'monthCount "1.5"']
	])('refuses %s and %s', (first, count, message) => {
		expect(() => monthCalendar(first, count)).toThrow(message);
	});
});
