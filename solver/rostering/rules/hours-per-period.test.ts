import { expect, it } from 'vitest';
import { hoursPerPeriod } from './hours-per-period.ts';
import { planted } from './planted.ts';

/** Two weeks of so many day shifts (7 hours paid) each. */
const weeks = (...shifts: number[]) =>
	shifts.flatMap((n) => Array.from({ length: 7 }, (_, day) => (day < n ? 'D' : '')));
const terms = (...periods: Record<string, unknown>[]) => ({ contract: { hoursPerPeriod: periods } });

it('hours-per-period finds too few and too many hours in any weeks in a row', () => {
	const found = planted(hoursPerPeriod, weeks(5, 2, 6), terms({ weeks: 2, minHours: 50, maxHours: 55 }));
	expect(found).toMatchObject([
		{ agent: 'ana', day: 0 },
		{ agent: 'ana', day: 7 }
	]);
	expect(found[0]!.text).toContain(
		'Ana has 49 paid hours from Monday 2026-11-23 to Sunday 2026-12-06; at least 50'
	);
	expect(found[1]!.text).toContain('56 paid hours from Monday 2026-11-30 to Sunday 2026-12-13; at most 55');
});

it('hours-per-period holds exact hours over the whole horizon', () => {
	const exact = terms({ minHours: 49, maxHours: 49 });
	expect(planted(hoursPerPeriod, weeks(4, 3), exact)).toEqual([]);
	expect(planted(hoursPerPeriod, weeks(4, 4), exact)).toHaveLength(1);
	expect(planted(hoursPerPeriod, weeks(4, 2), exact)).toHaveLength(1);
});

it('hours-per-period asks for less in a cut period and for days of leave', () => {
	const cut = planted(hoursPerPeriod, weeks(5, 5).slice(0, 11), terms({ weeks: 4, minHours: 160 }));
	// 160 × 11 / 28 = 62.86 hours; nine shifts are 63.
	expect(cut).toEqual([]);
	const least = { minDaysOffPerWeek: 2, hoursPerPeriod: [{ weeks: 2, minHours: 70 }] };
	expect(planted(hoursPerPeriod, weeks(5, 4), { contract: least, daysOff: [11] })).toEqual([]);
	expect(planted(hoursPerPeriod, weeks(5, 4), { contract: least })).toHaveLength(1);
});
