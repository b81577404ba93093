import { describe, expect, it } from 'vitest';
import { InvalidDay, parseIntradayQuery } from './parse-intraday-query.ts';

const NOW = Date.parse('2026-11-22T11:20:00Z');
const parse = (query: string) => parseIntradayQuery(new URLSearchParams(query), NOW, 'Europe/Madrid');
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16);

describe('parseIntradayQuery()', () => {
	it('is today up to now, a past day as a whole, and any moment of either', () => {
		expect([parse('').day.day, iso(parse('').asOf)]).toEqual(['2026-11-22', '2026-11-22T11:20']);
		expect(iso(parse('day=2026-11-20').asOf)).toBe('2026-11-20T23:00');
		expect(iso(parse('day=2026-11-20&at=12:30').asOf)).toBe('2026-11-20T11:30');
		expect(iso(parse('at=09:00').asOf)).toBe('2026-11-22T08:00');
	});

	it('looks no further than now', () => {
		expect(iso(parse('at=23:00').asOf)).toBe('2026-11-22T11:20');
	});

	it('finds its place on the nights on which the clocks change', () => {
		expect(iso(parse('day=2026-03-29&at=02:30').asOf)).toBe('2026-03-29T01:00');
		expect(iso(parse('day=2026-10-25&at=03:00').asOf)).toBe('2026-10-25T02:00');
	});

	it.each([
		['day=yesterday', '"yesterday" must be a date'],
		['day=2026-11-23', 'has not begun'],
		['at=noon', '"noon" must be a time']
	])('refuses %s: %s', (query, words) => {
		expect(() => parse(query)).toThrow(InvalidDay);
		expect(() => parse(query)).toThrow(words);
	});
});
