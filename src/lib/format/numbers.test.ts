import { describe, expect, it } from 'vitest';
import { formatCount, formatDuration, formatPercent } from './index.ts';

describe('formatPercent()', () => {
	it('writes fractions the way each language does', () => {
		expect(formatPercent(0.8, { locale: 'en' })).toBe('80%');
		expect(formatPercent(0.8, { locale: 'es' })).toBe('80\u00a0%');
		expect(formatPercent(0.8114, { locale: 'es', digits: 1 })).toBe('81,1\u00a0%');
	});
	it('signs a difference when asked, and never zero', () => {
		expect(formatPercent(0.05, { locale: 'en', signed: true })).toBe('+5%');
		expect(formatPercent(-0.05, { locale: 'en', signed: true })).toBe('-5%');
		expect(formatPercent(-0.0001, { locale: 'en' })).toBe('0%');
	});
	it.each([null, undefined, NaN, Infinity])('shows %s as unknown', (value) => {
		expect(formatPercent(value, { locale: 'en' })).toBe('–');
	});
});

describe('formatCount()', () => {
	it('groups by locale, also four digits in Spanish so that columns line up', () => {
		expect(formatCount(12345, { locale: 'en' })).toBe('12,345');
		expect(formatCount(1234, { locale: 'es' })).toBe('1.234');
		expect(formatCount(3.14159, { locale: 'es', digits: 2 })).toBe('3,14');
	});
	it('shows unknown as a dash and zero as zero', () => {
		expect(formatCount(null, { locale: 'en' })).toBe('–');
		expect(formatCount(0, { locale: 'en' })).toBe('0');
	});
});

describe('formatDuration()', () => {
	it.each([
		[0, '0:00'],
		[9, '0:09'],
		[75, '1:15'],
		[59.6, '1:00'],
		[3599.6, '1:00:00'],
		[3675, '1:01:15'],
		[90_061, '25:01:01'],
		[-75, '−1:15'],
		[-0.2, '0:00'],
		[null, '–']
	])('writes %s s as %s', (seconds, text) => {
		expect(formatDuration(seconds)).toBe(text);
	});
});
