import { describe, expect, it } from 'vitest';
import { formatDate, formatDateTime, formatTime, formatWeekday, formatZone } from './index.ts';

const MADRID = 'Europe/Madrid';

describe('formatTime()', () => {
	it('shows the clock of the zone, not of the machine', () => {
		const at = Date.UTC(2025, 0, 15, 23, 5, 9);
		expect(formatTime(at, MADRID, { locale: 'en' })).toBe('00:05');
		expect(formatTime(at, 'America/Bogota', { locale: 'es', seconds: true })).toBe('18:05:09');
	});
	it('shows 02:30 twice on the day Madrid sets its clocks back', () => {
		const first = Date.UTC(2025, 9, 26, 0, 30);
		expect(formatTime(first, MADRID, { locale: 'en' })).toBe('02:30');
		expect(formatTime(first + 3_600_000, MADRID, { locale: 'en' })).toBe('02:30');
	});
	it('skips from 01:59 to 03:00 on the day Madrid sets its clocks forward', () => {
		const before = Date.UTC(2025, 2, 30, 0, 59);
		expect(formatTime(before, MADRID, { locale: 'en' })).toBe('01:59');
		expect(formatTime(before + 60_000, MADRID, { locale: 'en' })).toBe('03:00');
	});
	it('writes midnight as 00:00 and unknown as a dash', () => {
		expect(formatTime(Date.UTC(2025, 5, 1), 'UTC', { locale: 'en' })).toBe('00:00');
		expect(formatTime(null, 'UTC', { locale: 'en' })).toBe('–');
	});
});

describe('formatDate()', () => {
	it('takes the calendar day of the zone', () => {
		const at = Date.UTC(2025, 2, 2, 23, 30);
		expect(formatDate(at, MADRID, { locale: 'en', style: 'weekday' })).toBe('Mon 3 Mar');
		expect(formatDate(at, 'UTC', { locale: 'en', style: 'medium' })).toBe('2 Mar 2025');
		expect(formatDate(at, MADRID, { locale: 'es', style: 'long' })).toBe('lunes, 3 de marzo de 2025');
	});
	it('joins with the time', () => {
		expect(formatDateTime(Date.UTC(2025, 2, 3, 13, 5), MADRID, { locale: 'en' })).toBe('Mon 3 Mar, 14:05');
	});
});

describe('formatZone()', () => {
	it('names the city and the offset of that moment', () => {
		expect(formatZone(MADRID, Date.UTC(2025, 6, 1), { locale: 'en' })).toBe('Madrid (GMT+2)');
		expect(formatZone(MADRID, Date.UTC(2025, 0, 1), { locale: 'en' })).toBe('Madrid (GMT+1)');
		expect(formatZone('UTC', 0, { locale: 'en' })).toBe('UTC');
	});
});

describe('formatWeekday()', () => {
	it('counts from Monday', () => {
		expect(formatWeekday(1, { locale: 'en' })).toBe('Mon');
		expect(formatWeekday(7, { locale: 'es', style: 'long' })).toBe('domingo');
	});
	it('refuses a day that is not one', () => {
		expect(() => formatWeekday(0)).toThrow('Can\'t name weekday "0"');
	});
});
