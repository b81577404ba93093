import { describe, expect, it } from 'vitest';
import { openTimeZone } from '#lib/server/history/index.ts';
import { dayTotals } from './day-totals.ts';

const zone = openTimeZone('Europe/Madrid')!;
const interval = (iso: string, offered: number, ahtSeconds: number | null = null) => ({
	at: Date.parse(iso),
	offered,
	p10: offered - 1,
	p90: offered + 2,
	ahtSeconds
});

describe('dayTotals()', () => {
	it('splits days at local midnight and weighs handle time by contacts', () => {
		const totals = dayTotals(
			[
				interval('2026-03-02T22:30:00Z', 10, 100),
				interval('2026-03-02T23:00:00Z', 30, 200),
				interval('2026-03-03T09:00:00Z', 10, 400)
			],
			zone.offsetMs
		);
		expect(totals).toMatchObject([
			{ at: Date.parse('2026-03-01T23:00:00Z'), offered: 10, low: 9, high: 12, ahtSeconds: 100 },
			{ at: Date.parse('2026-03-02T23:00:00Z'), offered: 40, ahtSeconds: 250 }
		]);
	});

	it('starts the days on which the clocks change at their own midnight', () => {
		const days = [
			'2026-03-29T10:00:00Z',
			'2026-03-30T10:00:00Z',
			'2026-10-25T10:00:00Z',
			'2026-10-26T10:00:00Z'
		];
		expect(
			dayTotals(
				days.map((iso) => interval(iso, 1)),
				zone.offsetMs
			).map(({ at }) => new Date(at).toISOString())
		).toEqual([
			'2026-03-28T23:00:00.000Z',
			'2026-03-29T22:00:00.000Z',
			'2026-10-24T22:00:00.000Z',
			'2026-10-25T23:00:00.000Z'
		]);
	});

	it('carries what was computed, the marks and the chosen quantile', () => {
		const one = { ...interval('2026-03-02T09:00:00Z', 10), computedOffered: 8, marks: ['x'] };
		const two = { ...interval('2026-03-02T09:30:00Z', 5), marks: ['x', 'y'] };
		const [day] = dayTotals([one, two], zone.offsetMs, 0.9);
		expect(day).toMatchObject({ computedOffered: 13, marks: ['x', 'y'], offered: 15 });
		expect(day!.atQuantile).toBeCloseTo(day!.high!, 9);
		expect(day!.high).toBeGreaterThan(15);
		// Two bands that reach 2 above their middle never reach more than 4 together.
		expect(day!.high).toBeLessThanOrEqual(19);
	});

	it('has no band where the intervals have none', () => {
		const past = { ...interval('2026-03-02T09:00:00Z', 5), p10: null, p90: null };
		expect(dayTotals([past], zone.offsetMs)[0]).toMatchObject({
			offered: 5,
			low: null,
			high: null,
			ahtSeconds: null
		});
	});
});
