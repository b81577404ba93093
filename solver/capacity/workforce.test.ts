import { describe, expect, it } from 'vitest';
import { monthCalendar } from './month-calendar.ts';
import { smallCentre } from './testing/small-centre.ts';
import { workforce } from './workforce.ts';

const calendar = monthCalendar('2027-02', 3);
const people = smallCentre(3).people;

describe('workforce()', () => {
	it('lets people leave evenly through the month', () => {
		const months = workforce({ ...people, heads: 100, attrition: { monthly: 0.1, early: null } }, calendar);
		expect(months.map(({ start, left, end, average }) => [start, left, end, average])).toEqual([
			[100, 10, 90, 95],
			[90, 9, 81, 85.5],
			[81, expect.closeTo(8.1, 12), expect.closeTo(72.9, 12), expect.closeTo(76.95, 12)]
		]);
	});

	it('keeps everybody when nobody leaves', () => {
		for (const month of workforce({ ...people, heads: 37 }, calendar))
			expect(month).toEqual({
				start: 37,
				hired: 0,
				left: 0,
				end: 37,
				average: 37,
				training: 0,
				productive: 37
			});
	});

	it('pays a class from its first day and counts its work after training', () => {
		// March has 31 days: 14 in training, 17 at half productivity; April all at half for 11 days, then full for 19.
		const [february, march, april] = workforce(
			{
				...people,
				trainingWeeks: 2,
				ramp: [{ weeks: 4, productivity: 0.5 }],
				classes: [{ month: 1, heads: 8 }]
			},
			calendar
		);
		expect(february).toMatchObject({ hired: 0, average: 10 });
		expect(march).toMatchObject({ start: 10, hired: 8, end: 18, average: 18 });
		expect(march!.training).toBeCloseTo((8 * 14) / 31, 12);
		expect(march!.productive).toBeCloseTo(10 + (8 * 17 * 0.5) / 31, 12);
		expect(april!.training).toBe(0);
		expect(april!.productive).toBeCloseTo(10 + (8 * (11 * 0.5 + 19)) / 30, 12);
	});

	it('takes the early rate for a hire’s first months only', () => {
		const months = workforce(
			{
				...people,
				heads: 0,
				attrition: { monthly: 0.1, early: { monthly: 0.5, months: 1 } },
				classes: [{ month: 0, heads: 100 }]
			},
			calendar
		);
		expect(months.map(({ end }) => end)).toEqual([50, 45, 40.5]);
	});
});
