import { describe, expect, it } from 'vitest';
import { localDayNamed, localDayOf } from './local-day.ts';

const hours = (day: string) => {
	const found = localDayNamed(day, 'Europe/Madrid')!;
	return (found.toAt - found.fromAt) / 3_600_000;
};

describe('localDayNamed()', () => {
	it('knows the days on which the clocks change', () => {
		expect([hours('2026-03-28'), hours('2026-03-29'), hours('2026-10-25')]).toEqual([24, 23, 25]);
	});

	it('is null for what is no date', () => {
		for (const day of ['', '2026-02-30', '26-02-01', 'today', '2026-2-1'])
			expect(localDayNamed(day, 'UTC')).toBe(null);
	});

	it('is the day that its own instants lie in', () => {
		const { fromAt, toAt } = localDayNamed('2026-10-25', 'Europe/Madrid')!;
		for (const at of [fromAt, fromAt + 9e6, toAt - 1])
			expect(localDayOf(at, 'Europe/Madrid').day).toBe('2026-10-25');
		expect(localDayOf(toAt, 'Europe/Madrid').day).toBe('2026-10-26');
	});
});
