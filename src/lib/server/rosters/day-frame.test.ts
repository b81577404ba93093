import { TZDate } from '@date-fns/tz';
import { expect, it } from 'vitest';
import { midnightOf, plusDays } from '#lib/format/local-dates.ts';
import { dayFrame, dayIn, instantIn } from './day-frame.ts';

it.each(['2026-03-31', '2026-06-02', '2026-10-27'])(
	'dayFrame() begins the day itself, %s, at its own midnight, whenever the clocks have changed',
	(date) => {
		const zone = 'Europe/Madrid';
		const midnight = midnightOf(date, zone);
		const frame = dayFrame(new TZDate(midnight, zone));
		expect(instantIn(frame, frame.today * 1_440)).toBe(midnight);
		expect([dayIn(frame, midnight - 1), dayIn(frame, midnight)]).toEqual([frame.today - 1, frame.today]);
		expect(frame.start).toBe(plusDays(date, -frame.today));
	}
);
