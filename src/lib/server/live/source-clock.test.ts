import { describe, expect, it } from 'vitest';
import { SourceClock } from './source-clock.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');

describe('SourceClock', () => {
	it('is at the wall clock for timely events, some seconds late', () => {
		const clock = new SourceClock();
		for (let i = 0; i < 40; i++) clock.observe(NOW + i * 1000 - 3000, NOW + i * 1000);
		expect(clock.offsetMs(NOW + 40_000)).toBe(0);
	});

	it('follows a day that is replayed sixty times as fast', () => {
		const clock = new SourceClock();
		const start = NOW - 5 * 3600_000;
		for (let i = 0; i < 300; i++) clock.observe(start + i * 60_000, NOW + i * 1000);
		const wall = NOW + 299_000;
		expect(wall + clock.offsetMs(wall)).toBe(start + 299 * 60_000);
	});

	it('is not led away by a few events with a wrong clock', () => {
		const clock = new SourceClock();
		for (let i = 0; i < 64; i++) clock.observe(NOW + i * 1000 + (i % 4 === 0 ? 3600_000 : 0), NOW + i * 1000);
		expect(clock.offsetMs(NOW + 64_000)).toBe(0);
	});

	it('returns to the wall clock when the stream falls silent', () => {
		const clock = new SourceClock();
		clock.observe(NOW - 3600_000, NOW);
		expect(clock.offsetMs(NOW + 1000)).toBe(-3600_000);
		expect(clock.offsetMs(NOW + 180_000)).toBe(0);
	});
});

describe('a source’s freshness', () => {
	it('is the median lag, the events of the last whole minute, and the gaps by the wall clock', () => {
		const clock = new SourceClock();
		expect([clock.lagMs(), clock.eventsPerMinute(0), clock.gaps]).toEqual([null, null, 0]);
		for (const [lag, at] of [
			[100, 0],
			[300, 10_000],
			[90_000, 20_000]
		] as const)
			clock.observe(at - lag, at);
		expect(clock.lagMs()).toBe(300);
		expect(clock.eventsPerMinute(59_000)).toBeNull();
		expect(clock.eventsPerMinute(61_000)).toBe(3);
		expect(clock.eventsPerMinute(121_000)).toBe(0);
		clock.observe(140_000, 140_000);
		expect([clock.gaps, clock.lastGap]).toEqual([0, null]);
		clock.observe(400_000, 400_000);
		expect([clock.gaps, clock.lastGap]).toEqual([1, { fromMs: 140_000, toMs: 400_000 }]);
	});
});
