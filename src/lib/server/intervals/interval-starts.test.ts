import { describe, expect, it } from 'vitest';
import { intervalStarts } from './interval-starts.ts';

const starts = (from: string, to: string, interval: '15m' | '30m' | '1h' | '1d', zone = 'Europe/Madrid') =>
	intervalStarts({ fromMs: Date.parse(from), toMs: Date.parse(to), interval, queue: null }, zone).map((ms) =>
		new Date(ms).toISOString().slice(0, 16)
	);

describe('intervalStarts()', () => {
	it('makes the days on which the clocks change one interval each, of 23 and of 25 hours', () => {
		expect(starts('2026-03-28T23:00:00Z', '2026-03-30T22:00:00Z', '1d')).toEqual([
			'2026-03-28T23:00',
			'2026-03-29T22:00'
		]);
		expect(starts('2026-10-24T22:00:00Z', '2026-10-26T23:00:00Z', '1d')).toEqual([
			'2026-10-24T22:00',
			'2026-10-25T23:00'
		]);
	});

	it('has no half hour twice and none missing on those days', () => {
		expect(starts('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', '30m')).toHaveLength(50);
		expect(starts('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', '30m')).toHaveLength(46);
	});

	it('follows the clock after a first interval that begins between', () => {
		expect(starts('2026-11-22T10:07:00Z', '2026-11-22T10:46:00Z', '15m')).toEqual([
			'2026-11-22T10:07',
			'2026-11-22T10:15',
			'2026-11-22T10:30',
			'2026-11-22T10:45'
		]);
	});

	it('keeps the days of another zone than the site’s', () => {
		expect(starts('1999-01-03T00:00:00+02:00', '1999-01-05T00:00:00+02:00', '1d', 'UTC')).toEqual([
			'1999-01-02T22:00',
			'1999-01-03T22:00'
		]);
	});
});
