import { describe, expect, it } from 'vitest';
import { formatTime } from '#lib/format/index.ts';
import { timeTicks } from './time-ticks.ts';

const MADRID = 'Europe/Madrid';
const HOUR = 3_600_000;
const clock = (from: number, hours: number, count: number) =>
	timeTicks(from, from + hours * HOUR, MADRID, count).map((tick) =>
		formatTime(tick.at, MADRID, { locale: 'en' })
	);

describe('timeTicks()', () => {
	it('stands on round hours of the zone, not of UTC', () => {
		const at = timeTicks(Date.UTC(2025, 0, 15, 7, 10), Date.UTC(2025, 0, 15, 19, 10), 'Asia/Kolkata', 6);
		expect(at.map((tick) => formatTime(tick.at, 'Asia/Kolkata', { locale: 'en' }))).toEqual([
			'14:00',
			'16:00',
			'18:00',
			'20:00',
			'22:00',
			'00:00'
		]);
		expect(at.at(-1)!.isDay).toBe(true);
	});
	it('skips the hour that the spring change takes away', () => {
		expect(clock(Date.UTC(2025, 2, 29, 23), 5, 5)).toEqual([
			'00:00',
			'01:00',
			'03:00',
			'04:00',
			'05:00',
			'06:00'
		]);
	});
	it('keeps even steps by the clock on the day of 25 hours, each moment once', () => {
		expect(clock(Date.UTC(2025, 9, 25, 22), 25, 9)).toEqual([
			'00:00',
			'03:00',
			'06:00',
			'09:00',
			'12:00',
			'15:00',
			'18:00',
			'21:00',
			'00:00'
		]);
	});
	it('puts weeks on Mondays and days on midnights', () => {
		const weeks = timeTicks(Date.UTC(2025, 0, 2), Date.UTC(2025, 1, 2), MADRID, 6);
		expect(weeks.every((tick) => tick.isDay && new Date(tick.at + HOUR).getUTCDay() === 1)).toBe(true);
		expect(weeks).toHaveLength(4);
	});
	it('has no more ticks than asked for, and none for an empty span', () => {
		expect(timeTicks(0, 40 * 24 * HOUR, 'UTC', 7).length).toBeLessThanOrEqual(7);
		expect(timeTicks(5, 5, 'UTC', 7)).toEqual([]);
	});
});
