import { describe, expect, it } from 'vitest';
import { monthVolumes } from './month-volumes.ts';

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const days = (from: string, to: string, offered: number) => {
	const map = new Map<number, number>();
	for (let at = day(from); at <= day(to); at++) map.set(at, offered);
	return map;
};

describe('monthVolumes()', () => {
	it('sums the days of each month', () => {
		expect(monthVolumes(days('2026-12-01', '2027-02-28', 10), '2026-12', 3)).toEqual([310, 310, 280]);
	});

	it('raises a month that is reached for the most part, and repeats the last year where none is', () => {
		const volumes = monthVolumes(days('2026-12-01', '2027-12-20', 10), '2026-12', 15);
		expect(volumes[12]).toBe(310);
		expect(volumes.slice(13)).toEqual([volumes[1], volumes[2]]);
	});

	it('counts closed days as days', () => {
		const open = days('2027-01-01', '2027-01-31', 10);
		for (const closed of ['2027-01-02', '2027-01-03']) open.delete(day(closed));
		expect(monthVolumes(open, '2027-01', 1)).toEqual([290]);
	});
});
