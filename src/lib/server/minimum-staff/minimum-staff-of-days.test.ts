import { describe, expect, it } from 'vitest';
import type { MinimumStaffRule } from '#lib/contracts/rostering.ts';
import { openTimeZone } from '../history/index.ts';
import { minimumStaffOfDays } from './minimum-staff-of-days.ts';

const madrid = openTimeZone('Europe/Madrid')!;
const everyDay = [0, 1, 2, 3, 4, 5, 6];
const rule = { agents: 2, skillId: null, weekdays: everyDay, fromDate: null, toDate: null };
const office = { ...rule, fromMinute: 540, toMinute: 1_080 };
const night = { ...rule, fromMinute: 1_320, toMinute: 1_800 };
const stretches = (one: Omit<MinimumStaffRule, 'id'>, start: string, days: number) =>
	minimumStaffOfDays([one], { start, days }, madrid).map(
		({ day, fromMinute, toMinute }) => `${day} ${fromMinute}-${toMinute}`
	);

describe('minimumStaffOfDays()', () => {
	it('takes the weekdays named, from its first date to its last', () => {
		const some = { ...office, weekdays: [0, 6], fromDate: '2026-10-25', toDate: '2026-11-02' };
		// Monday 19 October to Sunday 8 November.
		expect(stretches(some, '2026-10-19', 21)).toEqual([
			'6 540-1080',
			'7 540-1080',
			'13 540-1080',
			'14 540-1080'
		]);
	});

	it('passes midnight whole, on the days on which it begins', () => {
		expect(stretches({ ...night, weekdays: [4] }, '2026-10-12', 7)).toEqual(['4 1320-1800']);
		// What begins the evening before is of the roster before.
		expect(stretches({ ...night, weekdays: [6] }, '2026-10-12', 7)).toEqual(['6 1320-1800']);
	});

	it('on days on which the clocks change, local times stay what they are', () => {
		for (const start of ['2026-03-23', '2026-10-19'])
			expect(stretches(office, start, 7)).toEqual(everyDay.map((day) => `${day} 540-1080`));
	});

	it('asks for nobody in the hour that the clocks skip, also of a stretch from the evening before', () => {
		// Sunday 29 March 2026, 02:00 to 03:00.
		const whole = { ...rule, fromMinute: 0, toMinute: 1_440 };
		expect(stretches(whole, '2026-03-28', 3)).toEqual(['0 0-1440', '1 0-120', '1 180-1440', '2 0-1440']);
		expect(stretches({ ...night, weekdays: [5] }, '2026-03-23', 7)).toEqual(['5 1320-1560', '6 180-360']);
		expect(stretches({ ...rule, fromMinute: 120, toMinute: 180 }, '2026-03-28', 3)).toEqual([
			'0 120-180',
			'2 120-180'
		]);
		// The rest of the last day's stretch, cut in two, lies beyond the roster.
		expect(stretches(night, '2026-03-28', 1)).toEqual(['0 1320-1560']);
	});

	it('asks once in the hour that comes twice', () => {
		// Sunday 25 October 2026, 02:00 to 03:00.
		expect(stretches({ ...night, weekdays: [5] }, '2026-10-19', 7)).toEqual(['5 1320-1800']);
	});
});
