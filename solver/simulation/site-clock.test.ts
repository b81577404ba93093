import { describe, expect, it } from 'vitest';
import { createSiteClock } from './site-clock.ts';

/** Central European time around 29 March 2026, 01:00 UTC, when the clocks go forward. */
const CHANGE_MS = Date.UTC(2026, 2, 29, 1);
const clock = createSiteClock((utcMs) => (utcMs < CHANGE_MS ? 3600 : 7200));
const day = Math.floor(Date.UTC(2026, 2, 29) / 86_400_000);

describe('createSiteClock()', () => {
	it('knows the weekday and the second of the local day', () => {
		expect(clock.local(Date.UTC(2026, 2, 28, 23, 30))).toEqual({ day, weekday: 6, secondsOfDay: 1800 });
	});
	it('gives the short day of the change of clocks 23 hours', () => {
		expect(clock.utcMs(day + 1, 0) - clock.utcMs(day, 0)).toBe(23 * 3_600_000);
	});
	it('round-trips times on both sides of the change', () => {
		for (const secondsOfDay of [0, 3600, 5400, 4 * 3600, 20 * 3600])
			expect(clock.local(clock.utcMs(day, secondsOfDay))).toMatchObject({ day, secondsOfDay });
	});
});
