import { describe, expect, it } from 'vitest';
import { coverFigures } from './cover-figures.ts';
import { dayRows } from './day-rows.ts';
import { clockOf, minuteOf } from './form/clock.ts';
import { fte } from './fte.ts';
import type { PlanPoint } from './plan-point.ts';
import { weekNeed } from './week-need.ts';

const point = (at: number, change: Partial<PlanPoint>): PlanPoint => ({
	at,
	offered: 0,
	ahtSeconds: null,
	agents: 0,
	agentsWithShrinkage: 0,
	pooledAgents: null,
	pooledWithShrinkage: null,
	serviceLevel: null,
	asaSeconds: null,
	abandonment: null,
	occupancy: null,
	...change
});

describe('coverFigures()', () => {
	it('does not let too many here make up for too few there', () => {
		const cover = [
			{ at: 0, required: 4, scheduled: 6 },
			{ at: 1, required: 4, scheduled: 3 }
		];
		expect(coverFigures(cover, 1800)).toEqual({
			requiredHours: 4,
			scheduledHours: 4.5,
			overHours: 1,
			underHours: 0.5,
			efficiency: 1 - 1.5 / 4
		});
		expect(coverFigures([], 1800).efficiency).toBeNull();
	});
});

describe('dayRows()', () => {
	it('takes shared people where there are, and weighs service by contacts', () => {
		const rows = dayRows(
			[
				point(0, { offered: 30, agents: 5, agentsWithShrinkage: 7, serviceLevel: 0.9, occupancy: 0.6 }),
				point(1, {
					offered: 10,
					agents: 5,
					agentsWithShrinkage: 7,
					pooledAgents: 3,
					pooledWithShrinkage: 4,
					serviceLevel: 0.5,
					occupancy: 0.8
				}),
				point(2, { offered: 0 })
			],
			3600,
			(at) => (at < 2 ? 'a' : 'b')
		);
		expect(rows).toEqual([
			{
				at: 0,
				day: 'a',
				offered: 40,
				hours: 8,
				scheduleHours: 11,
				peak: 7,
				serviceLevel: 0.8,
				occupancy: 0.7
			},
			expect.objectContaining({ day: 'b', serviceLevel: null, occupancy: null })
		]);
	});
});

describe('weekNeed()', () => {
	it('means over weeks, and knows no value where the plan has no interval', () => {
		const [hour, week] = [3_600_000, 7 * 86_400_000];
		// 1970-01-05 was a Monday.
		const monday = 4 * 86_400_000;
		const need = weekNeed(
			[
				{ at: monday + 9 * hour, value: 2 },
				{ at: monday + week + 9 * hour, value: 4 },
				{ at: monday + 2 * 86_400_000 + 11 * hour, value: 5 }
			],
			3600,
			(at) => at
		);
		expect(need).toEqual({
			weekdays: [1, 3],
			minutes: [540, 600, 660],
			values: [
				[3, null, null],
				[null, null, 5]
			]
		});
	});
});

describe('fte()', () => {
	it('is paid hours over the hours of one in the same time', () => {
		expect(fte(400, 14 * 86_400_000, 40)).toBeCloseTo(5);
		expect(fte(400, 0, 40)).toBeNull();
	});
});

describe('minuteOf()', () => {
	it('reads back what clockOf() writes; midnight as an end is the end of the day', () => {
		for (const minute of [0, 545, 1439]) expect(minuteOf(clockOf(minute))).toBe(minute);
		expect(minuteOf(clockOf(1440), true)).toBe(1440);
		expect(minuteOf('25:00')).toBeNull();
		expect(minuteOf('')).toBeNull();
	});
});
