import { describe, expect, it } from 'vitest';
import { dayStart } from './day-start.ts';
import { localDay } from './local-day.ts';
import { spansOf } from './spans-of.ts';

const MADRID = 'Europe/Madrid';

describe('localDay()', () => {
	it('takes the calendar day of the zone', () => {
		expect(localDay(Date.UTC(2025, 2, 2, 23, 30), MADRID)).toBe('2025-03-03');
		expect(localDay(Date.UTC(2025, 2, 2, 23, 30), 'UTC')).toBe('2025-03-02');
	});
});

describe('dayStart()', () => {
	it('is the local midnight, over months and clock changes', () => {
		expect(dayStart('2025-03-03', MADRID)).toBe(Date.UTC(2025, 2, 2, 23));
		expect(dayStart('2025-03-30', MADRID, 1)).toBe(Date.UTC(2025, 2, 30, 22));
	});
});

describe('spansOf()', () => {
	it('gives weeks from the first day, then the days, without a gap', () => {
		const from = dayStart('2025-10-20', MADRID);
		const spans = spansOf(from, dayStart('2025-10-20', MADRID, 10), MADRID);
		expect(spans.map(({ id }) => id).slice(0, 3)).toEqual([
			'week-2025-10-20',
			'week-2025-10-27',
			'2025-10-20'
		]);
		const days = spans.filter(({ kind }) => kind === 'day');
		expect(days).toHaveLength(10);
		for (let n = 1; n < days.length; n++) expect(days[n]!.from).toBe(days[n - 1]!.to);
	});
	it('counts 25 hours on the day Madrid sets its clocks back', () => {
		const day = spansOf(dayStart('2025-10-26', MADRID), dayStart('2025-10-27', MADRID), MADRID).at(-1)!;
		expect((day.to - day.from) / 3_600_000).toBe(25);
	});
});
