import { describe, expect, it } from 'vitest';
import { chooseSlots } from './choose-slots.ts';
import { leastMargin, marginsOf } from './margins.ts';
import { openSpans } from './open-hours.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const span = (from: number, to: number) => ({ startAt: from * HOUR, endAt: to * HOUR });

describe('marginsOf()', () => {
	it('is the lesser of all queues together and of the queues in question', () => {
		const margins = marginsOf({
			required: [
				{ at: 9 * HOUR, agents: 1, isOwn: true },
				{ at: 9 * HOUR, agents: 1, isOwn: false },
				{ at: 10 * HOUR, agents: 1, isOwn: true },
				{ at: 10 * HOUR, agents: 0, isOwn: false }
			],
			intervalMs: HOUR,
			shifts: [
				{ ...span(9, 11), breaks: [], isOwn: true },
				{ ...span(9, 11), breaks: [span(10, 10.5)], isOwn: false },
				{ ...span(9, 11), breaks: [], isOwn: false }
			],
			away: []
		});
		expect(margins).toEqual([
			{ at: 9 * HOUR, until: 10 * HOUR, people: 0 },
			{ at: 10 * HOUR, until: 11 * HOUR, people: 0 }
		]);
		expect(leastMargin(margins, 9 * HOUR, 11 * HOUR)).toBe(0);
		expect(leastMargin(margins, 11 * HOUR, 12 * HOUR)).toBeNull();
	});

	it('takes away a whole person for any part of an interval in another session', () => {
		const margins = marginsOf({
			required: [{ at: 9 * HOUR, agents: 1, isOwn: true }],
			intervalMs: HOUR,
			shifts: [
				{ ...span(8, 12), breaks: [], isOwn: true },
				{ ...span(8, 12), breaks: [], isOwn: true }
			],
			away: [{ ...span(9.5, 9.75), isOwn: true }]
		});
		expect(margins[0]!.people).toBe(0);
	});
});

describe('chooseSlots()', () => {
	const free = [{ ...span(9, 13), basis: 'roster' as const }];

	it('keeps clear of breaks, sessions and hours without a person to spare; most to spare first', () => {
		const margins = [0, 1, 3, 0.5].map((people, i) => ({
			at: (9 + i) * HOUR,
			until: (10 + i) * HOUR,
			people
		}));
		const slots = chooseSlots({ minutes: 30, free, taken: [span(11, 11.5)], margins });
		expect(slots.map(({ startAt, margin }) => [startAt / HOUR, margin])).toEqual([
			[11.5, 3],
			[10, 1]
		]);
	});

	it('offers a known margin before an unknown one, a shift before mere opening hours, three a day', () => {
		const slots = chooseSlots({
			minutes: 60,
			free: [...free, { ...span(33, 40), basis: 'opening-hours' as const }],
			taken: [],
			margins: [{ at: 12 * HOUR, until: 13 * HOUR, people: 1 }]
		});
		expect(slots.map(({ startAt, basis, margin }) => [startAt / HOUR, basis, margin])).toEqual([
			[12, 'roster', 1],
			[9, 'roster', null],
			[33, 'opening-hours', null],
			[35, 'opening-hours', null],
			[37, 'opening-hours', null]
		]);
		for (const { startAt, endAt } of slots) expect(endAt - startAt).toBe(60 * MINUTE);
	});
});

describe('openSpans()', () => {
	it('joins the hours of several queues in local time, on the day the clocks go forward too', () => {
		const hours = [
			[{ weekday: 6, fromMinute: 540, toMinute: 720 }],
			[{ weekday: 6, fromMinute: 660, toMinute: 900 }],
			[{ weekday: 0, fromMinute: 540, toMinute: 600 }]
		];
		expect(openSpans({ date: '2026-03-29' }, hours, 'Europe/Madrid')).toEqual([
			{ startAt: Date.UTC(2026, 2, 29, 7), endAt: Date.UTC(2026, 2, 29, 13) }
		]);
	});

	it('asks nobody at night where the door never closes, and nobody on a day it is closed', () => {
		expect(openSpans({ date: '2026-03-03' }, [[]], 'UTC')).toEqual([
			{ startAt: Date.UTC(2026, 2, 3, 9), endAt: Date.UTC(2026, 2, 3, 18) }
		]);
		const closed = [[{ weekday: 0, fromMinute: 540, toMinute: 600 }]];
		expect(openSpans({ date: '2026-03-03' }, closed, 'UTC')).toEqual([]);
	});
});
