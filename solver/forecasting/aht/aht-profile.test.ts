import { describe, expect, it } from 'vitest';
import { weekdayOf } from '../calendar.ts';
import { fitAhtProfile } from './aht-profile.ts';
import { simulateHistory } from '../testing/simulated-history.ts';

const history = simulateHistory({ seed: 3, weeks: 8, callsPerDay: 6000, weekdays: [1, 2, 3, 4, 5] });
const withAht = (aht: (weekday: number, interval: number) => number) => ({
	...history,
	ahtSeconds: history.offered.map((_, k) => aht(weekdayOf(history.firstDay + Math.floor(k / 48)), k % 48))
});

describe('fitAhtProfile()', () => {
	it('is null without a handle time', () => {
		expect(fitAhtProfile(history)).toBeNull();
		expect(fitAhtProfile(withAht(() => 0))).toBeNull();
	});

	it('follows the weekday and the time of day', () => {
		const profile = fitAhtProfile(withAht((weekday, i) => 240 + 20 * weekday + 4 * (i - 16)))!;
		for (const weekday of [1, 3, 5])
			for (const i of [18, 26, 36])
				expect(Math.abs(profile[weekday * 48 + i]! / (240 + 20 * weekday + 4 * (i - 16)) - 1)).toBeLessThan(
					0.03
				);
	});

	it('one slow call on a quiet night does not make a slow night', () => {
		const strange = withAht(() => 240);
		strange.offered = strange.offered.slice();
		strange.offered[4] = 1;
		strange.known = strange.known.slice();
		strange.known[4] = 1;
		strange.ahtSeconds[4] = 4000;
		expect(fitAhtProfile(strange)![weekdayOf(history.firstDay) * 48 + 4]).toBeLessThan(300);
	});
});
