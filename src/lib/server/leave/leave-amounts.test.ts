import { expect, it } from 'vitest';
import { midnightOf } from '#lib/format/local-dates.ts';
import { amountIn, leaveAmounts, type CountedLeave } from './leave-amounts.ts';

const terms = { daysPerWeek: 5, hoursPerDay: 8 };
const days = (fromDate: string, toDate: string, unit: 'days' | 'hours' = 'days'): CountedLeave => ({
	id: `${fromDate} ${toDate}`,
	isWholeDays: true,
	fromDate,
	toDate,
	fromAt: 0,
	toAt: 0,
	unit
});
const taken = (requests: CountedLeave[], year = 2026) => {
	const amounts = leaveAmounts(requests, terms);
	return requests.map(({ id }) => amountIn(amounts.get(id)!, year));
};

it('a week off costs a week of work, whatever its days, and however it is asked for', () => {
	// Monday to Sunday; Saturday alone; Thursday to Wednesday.
	expect(taken([days('2026-06-01', '2026-06-07')])).toEqual([5]);
	expect(taken([days('2026-06-06', '2026-06-06')])).toEqual([1]);
	expect(taken([days('2026-06-04', '2026-06-10')])).toEqual([7]);
	expect(taken([days('2026-06-01', '2026-06-04'), days('2026-06-05', '2026-06-07')])).toEqual([4, 1]);
});

it('what comes first is paid first, and the rest pays once that is taken back', () => {
	const [week, weekend] = [days('2026-06-01', '2026-06-05'), days('2026-06-06', '2026-06-07')];
	expect(taken([week, weekend])).toEqual([5, 0]);
	expect(taken([weekend, week])).toEqual([2, 3]);
	expect(taken([weekend])).toEqual([2]);
});

it('leave over the end of the year is taken from both years', () => {
	// Tuesday to Sunday; the week ends in the new year, and five of its days count.
	const request = days('2026-12-29', '2027-01-03');
	expect(taken([request], 2026)).toEqual([3]);
	expect(taken([request], 2027)).toEqual([2]);
});

it('hours count as long as they are, on the nights on which the clocks change, too', () => {
	const night = (date: string, unit: 'days' | 'hours'): CountedLeave => {
		const start = midnightOf(date, 'Europe/Madrid');
		const after = { '2026-03-29': 4, '2026-10-25': 6, '2026-06-01': 5 }[date]!;
		return { ...days(date, date, unit), isWholeDays: false, fromAt: start, toAt: start + after * 3_600_000 };
	};
	// Midnight to five by the clock.
	expect(taken([night('2026-03-29', 'hours')])).toEqual([4]);
	expect(taken([night('2026-10-25', 'hours')])).toEqual([6]);
	expect(taken([night('2026-06-01', 'hours')])).toEqual([5]);
	expect(taken([night('2026-03-29', 'days')])).toEqual([0.5]);
});

it('whole days of a kind in hours take a day of the person’s work', () =>
	expect(taken([days('2026-06-01', '2026-06-02', 'hours')])).toEqual([16]));
