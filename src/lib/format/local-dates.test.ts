import { expect, it } from 'vitest';
import { datesFrom, daysBetween, midnightOf, mondayOf, plusDays, weekdayOf } from './local-dates.ts';

it('counts dates over months, years and changed clocks', () => {
	expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
	expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2);
	expect(datesFrom('2026-03-28', '2026-03-30')).toEqual(['2026-03-28', '2026-03-29', '2026-03-30']);
	expect(datesFrom('2026-03-30', '2026-03-28')).toEqual([]);
	expect([weekdayOf('2026-11-30'), weekdayOf('2026-12-06'), weekdayOf('1969-12-29')]).toEqual([0, 6, 0]);
	expect(mondayOf('2026-12-06')).toBe('2026-11-30');
	const hours =
		(midnightOf('2026-03-30', 'Europe/Madrid') - midnightOf('2026-03-29', 'Europe/Madrid')) / 3_600_000;
	expect(hours).toBe(23);
});
