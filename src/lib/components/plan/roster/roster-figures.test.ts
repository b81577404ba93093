import { describe, expect, it } from 'vitest';
import { coverByInterval } from './cover-by-interval.ts';
import { paidHours } from '#lib/format/paid-hours.ts';
import { shortStretches } from './short-stretches.ts';

const HALF_HOUR = 1_800_000;
const cover = [
	{ at: 0, skillId: 'a', required: 3, scheduled: 1 },
	{ at: HALF_HOUR, skillId: 'a', required: 3, scheduled: 2 },
	{ at: 2 * HALF_HOUR, skillId: 'a', required: 3, scheduled: 3 },
	{ at: 3 * HALF_HOUR, skillId: 'a', required: 1, scheduled: 0 },
	{ at: 0, skillId: 'b', required: 1, scheduled: 2 }
];

describe('shortStretches()', () => {
	it('joins neighbours of one skill, most missing hours first, and leaves surplus out', () => {
		expect(shortStretches(cover, HALF_HOUR, [0])).toEqual([
			{ from: 0, to: 2 * HALF_HOUR, skillId: 'a', most: 2, agentHours: 1.5 },
			{ from: 3 * HALF_HOUR, to: 4 * HALF_HOUR, skillId: 'a', most: 1, agentHours: 0.5 }
		]);
	});
});

describe('shortStretches() over midnight', () => {
	it('begins anew each day', () => {
		const found = shortStretches(cover, HALF_HOUR, [0, HALF_HOUR]);
		expect(found.map(({ from, to }) => [from / HALF_HOUR, to / HALF_HOUR])).toEqual([
			[0, 1],
			[1, 2],
			[3, 4]
		]);
	});
});

describe('coverByInterval()', () => {
	it('adds skills up, fills gaps with zero, keeps to the span', () => {
		expect(coverByInterval(cover, { from: 0, to: 5 * HALF_HOUR }, HALF_HOUR, null)).toEqual([
			{ at: 0, required: 4, scheduled: 3 },
			{ at: HALF_HOUR, required: 3, scheduled: 2 },
			{ at: 2 * HALF_HOUR, required: 3, scheduled: 3 },
			{ at: 3 * HALF_HOUR, required: 1, scheduled: 0 },
			{ at: 4 * HALF_HOUR, required: 0, scheduled: 0 }
		]);
		expect(coverByInterval(cover, { from: 0, to: HALF_HOUR }, HALF_HOUR, 'b')).toEqual([
			{ at: 0, required: 1, scheduled: 2 }
		]);
	});
});

describe('paidHours()', () => {
	it('leaves unpaid breaks out', () => {
		const pause = { startAt: 4 * HALF_HOUR, endAt: 5 * HALF_HOUR };
		const shift = { startAt: 0, endAt: 17 * HALF_HOUR };
		expect(paidHours({ ...shift, breaks: [{ ...pause, isPaid: false }] })).toBe(8);
		expect(paidHours({ ...shift, breaks: [{ ...pause, isPaid: true }] })).toBe(8.5);
	});
});
